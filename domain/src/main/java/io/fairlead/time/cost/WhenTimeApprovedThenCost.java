package io.fairlead.time.cost;

import io.fairlead.exception.OwnerRole;
import io.fairlead.exception.RaiseException;
import io.fairlead.exception.event.ExceptionResolved;
import io.fairlead.resource.PersonId;
import io.fairlead.shared.Commands;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.StreamKey;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import io.fairlead.time.TimeEntryId;
import io.fairlead.time.cost.CostAnswer.CostFound;
import io.fairlead.time.cost.CostAnswer.CostMissing;
import io.fairlead.time.event.TimeApprovalWithdrawn;
import io.fairlead.time.event.TimeApproved;
import io.fairlead.time.event.TimeCorrectedAfterApproval;
import io.fairlead.time.event.TimeCorrectedAfterBilling;
import io.fairlead.time.event.TimeCosted;
import java.time.Instant;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MessageIdentifier;

/** When time is approved, billable or not, what it cost is decided and sent; corrections follow. A miss becomes an exception. */
@ProcessingGroup("process-cost-time")
@DisallowReplay // A rebuilt read side must not cost again.
@Waits(Until.MASTER_DATA_SEEN)
public class WhenTimeApprovedThenCost {

    private static final Set<String> CODES =
            Set.of("COST_RATE_MISSING", "INTERCOMPANY_RATE_MISSING", "FX_RATE_MISSING", "PERIOD_CLOSED");

    private final TimeCosting costing;
    private final Commands commands;
    private final StreamHistory history;

    public WhenTimeApprovedThenCost(TimeCosting costing, Commands commands, StreamHistory history) {
        this.costing = costing;
        this.commands = commands;
        this.history = history;
    }

    @EventHandler
    void react(TimeApproved event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        if (TimeChanges.isWithdrawn(history, event)) {
            return; // Else a repeat would cost by rates of today what nobody approves.
        }
        var key = "cost/" + event.getTimeEntryId() + "/" + event.getVersion();
        switch (costing.cost(event)) {
            case CostFound found -> commands.send(cost(event, found), key);
            case CostMissing missing -> commands.send(raise(event, missing, at), key + "/missing/" + eventId);
        }
    }

    @EventHandler
    void resume(ExceptionResolved event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        if (!CODES.contains(event.getCode())) {
            return;
        }
        var entry = event.getSubjectId();
        var approval = history.last(entry, TimeApproved.class).filter(last -> !TimeChanges.isWithdrawn(history, last));
        if (approval.isPresent()) {
            react(approval.get(), at, eventId);
            history.last(entry, TimeCorrectedAfterApproval.class).ifPresent(change -> react(change, eventId));
            history.last(entry, TimeCorrectedAfterBilling.class).ifPresent(change -> react(change, eventId));
        }
    }

    @EventHandler
    void react(TimeCorrectedAfterApproval event, @MessageIdentifier String eventId) {
        if (TimeChanges.isLast(history, event.getTimeEntryId(), event)) {
            recost(event.getTimeEntryId(), event.getVersion(), event.getSeconds(), eventId);
        }
    }

    @EventHandler
    void react(TimeCorrectedAfterBilling event, @MessageIdentifier String eventId) {
        if (TimeChanges.isLast(history, event.getTimeEntryId(), event)) {
            recost(event.getTimeEntryId(), Integer.MAX_VALUE, event.getApprovedSeconds(), eventId);
        }
    }

    @EventHandler
    void react(TimeApprovalWithdrawn event, @MessageIdentifier String eventId) {
        recost(event.getTimeEntryId(), event.getVersion(), 0, eventId);
    }

    private void recost(String entry, int version, int seconds, String eventId) {
        var cost = LabourCostId.of(StreamKey.keyOf(entry));
        if (history.last(cost.value(), TimeCosted.class)
                .isPresent()) { // Else it is costed as it is once a rate is known.
            commands.send(new RecostTime(cost, version, seconds), "recost/" + eventId);
        }
    }

    private static CostTime cost(TimeApproved event, CostFound found) {
        return new CostTime(
                LabourCostId.of(StreamKey.keyOf(event.getTimeEntryId())),
                new TimeEntryId(event.getTimeEntryId()),
                event.getVersion(),
                new PersonId(event.getPersonId()),
                found.target(),
                found.resourceEntityId(),
                found.employment(),
                found.costRateId(),
                found.rate(),
                event.getSeconds(),
                event.getWorkDate(),
                found.books(),
                found.transfer());
    }

    private static RaiseException raise(TimeApproved event, CostMissing missing, Instant at) {
        return RaiseException.about(
                missing.code(),
                event.getTimeEntryId(),
                missing.sentence(),
                OwnerRole.PMO,
                null,
                event.getLegalEntityId(),
                at);
    }
}
