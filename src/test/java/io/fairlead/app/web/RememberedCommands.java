package io.fairlead.app.web;

import io.fairlead.contract.ReceiveOpportunity;
import io.fairlead.shared.RuleViolated;
import io.fairlead.store.CommandIdentity;
import io.fairlead.store.CommandKeyReused;
import io.fairlead.store.axon.CommandContext;
import io.fairlead.store.axon.CommandDoor;
import io.fairlead.store.axon.DispatchOutcome;
import io.fairlead.time.ApproveTime;
import io.fairlead.time.RecordTime;
import io.fairlead.time.RetellTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;

/** A command door in memory: keeps keys, refuses what tests want refused. */
final class RememberedCommands implements CommandDoor {

    private record Former(String requestHash, DispatchOutcome outcome) {}

    private final Map<String, Former> keys = new HashMap<>();
    private final Map<String, Long> positions = new HashMap<>();
    private long head = 100;

    @Nullable
    RuntimeException next;

    final List<Object> taken = new ArrayList<>();

    @Override
    public synchronized DispatchOutcome dispatch(Object command, CommandContext context) {
        var former = keys.get(context.client() + context.key());
        if (former != null) {
            if (!former.requestHash().equals(context.requestHash())) {
                throw new CommandKeyReused(new CommandIdentity(context.client(), context.key(), context.requestHash()));
            }
            return repeated(former);
        }
        if (next != null) {
            var failure = next;
            next = null;
            throw failure;
        }
        if (command instanceof ApproveTime approval) {
            if (approval.timeEntryId().value().endsWith(":missing")) {
                throw new AggregateNotFoundException(approval.timeEntryId().value(), "io.fairlead.time.TimeEntry");
            }
            if (approval.approvedBy().equals("local|author")) {
                throw new RuleViolated(
                        "T-03", "approvedBy", "nobody approves their own time", "let somebody else approve it");
            }
        }
        taken.add(command);
        var outcome = new DispatchOutcome(false, ++head, head, null);
        keys.put(context.client() + context.key(), new Former(context.requestHash(), outcome));
        positions.put("customer:acme", head);
        switch (command) {
            case RetellTime told -> positions.put(told.timeEntryId().value(), head);
            case RecordTime recorded -> positions.put(recorded.timeEntryId().value(), head);
            case ReceiveOpportunity deal -> positions.put(deal.dealId().value(), head);
            default -> {}
        }
        return outcome;
    }

    @Override
    public DispatchOutcome dispatch(StreamState unchanged, Object command, CommandContext context) {
        return dispatch(command, context);
    }

    @Override
    public synchronized void rehearse(Object command, CommandContext context) {
        if (next != null) {
            var failure = next;
            next = null;
            throw failure;
        }
    }

    @Override
    public synchronized List<Answer> dispatchAll(List<Order> orders) {
        var answers = new ArrayList<Answer>();
        for (var order : orders) {
            try {
                answers.add(new Answer.Accepted(dispatch(order.command(), order.context())));
            } catch (RuntimeException refusal) {
                answers.add(new Answer.Refused(refusal));
            }
        }
        return answers;
    }

    @Override
    public synchronized Optional<DispatchOutcome> former(CommandContext context) {
        return Optional.ofNullable(keys.get(context.client() + context.key()))
                .filter(former -> former.requestHash().equals(context.requestHash()))
                .map(RememberedCommands::repeated);
    }

    private static DispatchOutcome repeated(Former former) {
        return new DispatchOutcome(
                true, former.outcome().firstPosition(), former.outcome().lastPosition(), null);
    }

    synchronized long lastPosition(String streamKey) {
        return positions.getOrDefault(streamKey, 0L);
    }

    synchronized Object last() {
        return taken.getLast();
    }
}
