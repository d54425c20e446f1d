package io.fairlead.app.web;

import io.fairlead.store.AppendRefused;
import io.fairlead.store.CommandIdentity;
import io.fairlead.store.CommandKeyReused;
import io.fairlead.store.PostgresStore;
import io.fairlead.store.axon.CommandContext;
import io.fairlead.store.axon.CommandDoor;
import java.util.List;
import java.util.Optional;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.stereotype.Component;

/** Requests on their way through the command door; keys of different actors never meet. */
@Component
class StoreCommandPort implements CommandPort {

    private final CommandDoor door;
    private final PostgresStore store;

    StoreCommandPort(CommandDoor door, PostgresStore store) {
        this.door = door;
        this.store = store;
    }

    @Override
    public Outcome send(Object command, Call call) {
        try {
            return outcome(door.dispatch(command, context(call)));
        } catch (RuntimeException e) {
            throw translated(e);
        }
    }

    @Override
    public List<Answer> sendAll(List<Order> orders) {
        var answers = door.dispatchAll(orders.stream()
                .map(order -> new CommandDoor.Order(order.command(), context(order.call())))
                .toList());
        return answers.stream().map(StoreCommandPort::answer).toList();
    }

    @Override
    public Optional<Outcome> former(Call call) {
        return store.commands()
                .former(new CommandIdentity(call.actor(), call.key(), call.requestHash()))
                .map(appended -> new Outcome(true, appended.lastPosition()));
    }

    private static Answer answer(CommandDoor.Answer answer) {
        return switch (answer) {
            case CommandDoor.Answer.Accepted(var outcome) -> new Answer.Accepted(outcome(outcome));
            case CommandDoor.Answer.Refused(var reason) -> new Answer.Refused(translated(reason));
        };
    }

    private static Outcome outcome(io.fairlead.store.axon.Outcome outcome) {
        return new Outcome(outcome.repeated(), outcome.lastPosition());
    }

    private static RuntimeException translated(RuntimeException e) {
        return switch (e) {
            case CommandKeyReused reused -> new NotTaken(NotTaken.Reason.KEY_REUSED, reused);
            case AppendRefused refused ->
                new NotTaken(refused.retryable() ? NotTaken.Reason.UNAVAILABLE : NotTaken.Reason.REJECTED, refused);
            case ConcurrencyException conflict -> new NotTaken(NotTaken.Reason.CONFLICT, conflict);
            default -> e;
        };
    }

    private static CommandContext context(Call call) {
        return new CommandContext(
                call.actor(), call.key(), call.requestHash(), call.actor(), call.correlationId(), call.correlationId());
    }
}
