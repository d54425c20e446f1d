package io.fairlead.testing;

import io.fairlead.shared.Commands;
import io.fairlead.shared.RuleViolated;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps the commands that a process sends, in order, and refuses those it is told to refuse. */
public final class SentCommands implements Commands {

    private final List<Keyed> sent = new ArrayList<>();
    private final Map<Class<?>, RuleViolated> refusals = new HashMap<>();
    private final Map<String, RuleViolated> refusedKeys = new HashMap<>();

    /** Every command of the type is refused from now on. */
    public void refuse(Class<?> type, RuleViolated reason) {
        refusals.put(type, reason);
    }

    /** The command of that key is refused. */
    public void refuse(String key, RuleViolated reason) {
        refusedKeys.put(key, reason);
    }

    /** Every command is accepted again. */
    public void acceptAll() {
        refusals.clear();
        refusedKeys.clear();
    }

    /** Commands sent so far, refused ones too. */
    public List<Object> commands() {
        return sent.stream().map(Keyed::command).toList();
    }

    /** Their keys. */
    public List<String> keys() {
        return sent.stream().map(Keyed::key).toList();
    }

    /** Those of one type. */
    public <T> List<T> of(Class<T> type) {
        return commands().stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Override
    public void send(Object command, String key) {
        if (answer(new Keyed(command, key)) instanceof Refused refused) {
            throw refused.reason();
        }
    }

    @Override
    public List<Answer> sendAll(List<Keyed> commands) {
        return commands.stream().map(this::answer).toList();
    }

    private Answer answer(Keyed keyed) {
        sent.add(keyed);
        var refused = refusedKeys.getOrDefault(
                keyed.key(), refusals.get(keyed.command().getClass()));
        return refused == null ? new Accepted() : new Refused(refused);
    }
}
