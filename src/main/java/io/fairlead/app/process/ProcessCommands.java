package io.fairlead.app.process;

import io.fairlead.log.MetadataKeys;
import io.fairlead.log.StoredEvent;
import io.fairlead.schema.Sha256;
import io.fairlead.shared.Commands;
import io.fairlead.shared.RuleViolated;
import io.fairlead.store.axon.CommandContext;
import io.fairlead.store.axon.CommandDoor;
import java.util.List;
import org.axonframework.modelling.command.AggregateNotFoundException;

/** The command door as processes see it: whatever they send names the event that they react to. */
public final class ProcessCommands implements Commands {

    /** What a process reacts to right now. */
    record Cause(String process, StoredEvent event) {}

    static final ScopedValue<Cause> CAUSE = ScopedValue.newInstance();

    /** Keys of all processes live side by side; each says in its first part what it is for. */
    private static final String CLIENT = "process";

    private final CommandDoor door;

    public ProcessCommands(CommandDoor door) {
        this.door = door;
    }

    @Override
    public void send(Object command, String key) {
        dispatch(door, command, context(key));
    }

    @Override
    public List<Answer> sendAll(List<Keyed> commands) {
        var orders = commands.stream()
                .map(keyed -> new CommandDoor.Order(keyed.command(), context(keyed.key())))
                .toList();
        return dispatchAll(door, orders);
    }

    static void dispatch(CommandDoor door, Object command, CommandContext context) {
        try {
            var _ = door.dispatch(command, context);
        } catch (AggregateNotFoundException unknown) {
            throw unknown(unknown);
        }
    }

    static List<Answer> dispatchAll(CommandDoor door, List<CommandDoor.Order> orders) {
        return door.dispatchAll(orders).stream().map(ProcessCommands::answer).toList();
    }

    private static Answer answer(CommandDoor.Answer answer) {
        return switch (answer) {
            case CommandDoor.Answer.Accepted _ -> new Accepted();
            case CommandDoor.Answer.Refused(var reason) ->
                switch (reason) {
                    case RuleViolated refused -> new Refused(refused);
                    case AggregateNotFoundException unknown -> new Refused(unknown(unknown));
                    default -> throw reason;
                };
        };
    }

    private static RuleViolated unknown(AggregateNotFoundException unknown) {
        return new RuleViolated("G-03", "id", unknown.getAggregateIdentifier() + " does not exist", "");
    }

    private static CommandContext context(String key) {
        var cause = CAUSE.get();
        var event = cause.event();
        return new CommandContext(
                CLIENT,
                key,
                sha256(key),
                "process|" + cause.process(),
                event.metadata().getOrDefault(MetadataKeys.CORRELATION_ID, event.eventId()),
                event.eventId());
    }

    /** The body of a process's command follows from its key, so the key's hash stands for it. */
    static String sha256(String key) {
        return Sha256.hex(key);
    }
}
