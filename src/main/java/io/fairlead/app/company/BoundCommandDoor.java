package io.fairlead.app.company;

import io.fairlead.app.web.Refused;
import io.fairlead.operation.UseBreakGlass;
import io.fairlead.projection.BoundReads;
import io.fairlead.store.axon.CommandContext;
import io.fairlead.store.axon.CommandDoor;
import io.fairlead.store.axon.DispatchOutcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The door for whoever acts for some companies only: a command that names a thing of another company is refused as if there were
 * no such thing, each of many on its own. It looks at the commands themselves, so that no way to them passes it by. Processes come
 * without a bound.
 *
 * @param door what is behind
 */
public record BoundCommandDoor(CommandDoor door, ThingsOfCompanies things) implements CommandDoor {

    @Override
    public DispatchOutcome dispatch(Object command, CommandContext context) {
        require(command);
        return door.dispatch(command, context);
    }

    @Override
    public DispatchOutcome dispatch(StreamState unchanged, Object command, CommandContext context) {
        require(command);
        return door.dispatch(unchanged, command, context);
    }

    @Override
    public void rehearse(Object command, CommandContext context) {
        require(command);
        door.rehearse(command, context);
    }

    @Override
    public List<Answer> dispatchAll(List<Order> orders) {
        if (!BoundReads.isBound()) {
            return door.dispatchAll(orders);
        }
        var refused = new ArrayList<Optional<Answer>>(orders.size());
        var taken = new ArrayList<Order>(orders.size());
        var own = new HashSet<String>(); // Many of them name the same project.
        for (var order : orders) { // Here, on the thread that is bound.
            var refusal = refusal(order.command(), own);
            refused.add(refusal.map(Answer.Refused::new));
            if (refusal.isEmpty()) {
                taken.add(order);
            }
        }
        var answers = door.dispatchAll(taken).iterator();
        return refused.stream().map(each -> each.orElseGet(answers::next)).toList();
    }

    @Override
    public Optional<DispatchOutcome> former(CommandContext context) {
        return door.former(context);
    }

    private void require(Object command) {
        refusal(command, new HashSet<>()).ifPresent(refusal -> {
            throw refusal;
        });
    }

    /** @param own ids that were looked for, and are not hidden */
    private Optional<RuntimeException> refusal(Object command, Set<String> own) {
        if (!BoundReads.isBound() || command instanceof UseBreakGlass) { // One's own use of a role is no company's.
            return Optional.empty();
        }
        try {
            var ids = IdsOfCommand.of(command);
            ids.target().stream().filter(id -> !own.contains(id)).forEach(things::requireUnlessNew);
            ids.others().stream().filter(id -> !own.contains(id)).forEach(things::requireNamed);
            own.addAll(ids.others());
            return Optional.empty();
        } catch (Refused unknown) {
            return Optional.of(unknown);
        }
    }
}
