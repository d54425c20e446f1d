package io.fairlead.app.web;

import io.fairlead.store.axon.CommandDoor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One key for each fact that a source tells, whichever keys clients give it. */
@Component
public class ToldFacts {

    private final CommandDoor commands;

    ToldFacts(CommandDoor commands) {
        this.commands = commands;
    }

    /**
     * The key of the fact.
     *
     * @param derived key that follows from source and identifier there
     * @param given by the client; null when none is
     * @param asks the command that asks for the given key on the stream of the derived one; it answers with the fact's
     * @param named the key that was taken before; null when none was
     */
    public String keyOf(
            Call call, String derived, @Nullable String given, Object asks, Supplier<@Nullable String> named) {
        if (given == null || given.equals(derived)) {
            return derived;
        }
        var outcome = commands.dispatch(
                asks, Uploads.own(call, "told/" + derived, asks).context());
        if (outcome.result() instanceof String key) {
            return key;
        }
        var before = named.get(); // The same was asked before.
        return before == null ? derived : before;
    }
}
