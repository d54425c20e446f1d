package io.fairlead.app.web.operation;

import io.fairlead.app.web.Call;
import io.fairlead.operation.RequestOperatorAction;
import io.fairlead.operation.RequestOperatorAction.Action;
import io.fairlead.schema.Sha256;
import io.fairlead.store.axon.CommandContext;
import io.fairlead.store.axon.CommandDoor;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who had Fairlead repair, repeat or check what, as events. */
@Component
public class OperatorLog {

    private final CommandDoor commands;

    OperatorLog(CommandDoor commands) {
        this.commands = commands;
    }

    /** What is about to be noted. */
    public record Entry(CommandDoor commands, CommandContext context) {

        /**
         * Notes it.
         *
         * @param subject what it is about; null means all
         */
        public void note(Action action, @Nullable String subject, @Nullable String reason) {
            var _ = commands.dispatch(RequestOperatorAction.of(action, subject, reason, context.actor()), context);
        }
    }

    /**
     * The entry of a call; its repeat is the same entry.
     *
     * @throws io.fairlead.app.web.Refused for a dry run: what operators ask for is done or not asked for
     */
    public Entry entry(Call call) {
        return new Entry(commands, call.beside("audit").context());
    }

    /** An entry of somebody who only reads. */
    public Entry entry(String actor) {
        var id = UUID.randomUUID().toString();
        var hash = Sha256.hex(id.getBytes(StandardCharsets.UTF_8));
        return new Entry(commands, new CommandContext(actor, id, hash, actor, id, id));
    }
}
