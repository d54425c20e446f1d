package io.fairlead.app.web;

import io.fairlead.contract.ReceiveOpportunity;
import io.fairlead.shared.RuleViolated;
import io.fairlead.time.ApproveTime;
import io.fairlead.time.RecordTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;

/** A command port in memory: keeps keys, refuses what tests want refused. */
final class RememberedCommands implements CommandPort {

    private record Former(String requestHash, Outcome outcome) {}

    private final Map<String, Former> keys = new HashMap<>();
    private final Map<String, Long> positions = new HashMap<>();
    private long head = 100;

    @Nullable
    RuntimeException next;

    final List<Object> taken = new ArrayList<>();

    @Override
    public synchronized Outcome send(Object command, Call call) {
        var former = keys.get(call.actor() + call.key());
        if (former != null) {
            if (!former.requestHash().equals(call.requestHash())) {
                throw new NotTaken(NotTaken.Reason.KEY_REUSED, new IllegalStateException("store"));
            }
            return new Outcome(true, former.outcome().position());
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
        var outcome = new Outcome(false, ++head);
        keys.put(call.actor() + call.key(), new Former(call.requestHash(), outcome));
        positions.put("customer:acme", head);
        switch (command) {
            case RecordTime recorded -> positions.put(recorded.timeEntryId().value(), head);
            case ReceiveOpportunity deal -> positions.put(deal.dealId().value(), head);
            default -> {}
        }
        return outcome;
    }

    @Override
    public synchronized List<Answer> sendAll(List<Order> orders) {
        var answers = new ArrayList<Answer>();
        for (var order : orders) {
            try {
                answers.add(new Answer.Accepted(send(order.command(), order.call())));
            } catch (RuntimeException refusal) {
                answers.add(new Answer.Refused(refusal));
            }
        }
        return answers;
    }

    @Override
    public synchronized Optional<Outcome> former(Call call) {
        return Optional.ofNullable(keys.get(call.actor() + call.key()))
                .filter(former -> former.requestHash().equals(call.requestHash()))
                .map(former -> new Outcome(true, former.outcome().position()));
    }

    synchronized long lastPosition(String streamKey) {
        return positions.getOrDefault(streamKey, 0L);
    }

    synchronized Object last() {
        return taken.getLast();
    }
}
