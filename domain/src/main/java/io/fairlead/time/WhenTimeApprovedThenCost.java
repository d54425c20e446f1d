package io.fairlead.time;

import io.fairlead.exception.OwnerRole;
import io.fairlead.exception.RaiseException;
import io.fairlead.exception.event.ExceptionResolved;
import io.fairlead.resource.PersonId;
import io.fairlead.shared.Commands;
import io.fairlead.shared.History;
import io.fairlead.shared.StreamKey;
import io.fairlead.time.CostRateLookup.CostFound;
import io.fairlead.time.CostRateLookup.CostMissing;
import io.fairlead.time.event.TimeApproved;
import java.time.Instant;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MessageIdentifier;

/** When time is approved, billable or not, what it cost is looked up and sent. A miss becomes an exception. */
@ProcessingGroup("process-cost-time")
@DisallowReplay // A rebuilt read side must not cost again.
public class WhenTimeApprovedThenCost {

    private static final Set<String> CODES =
            Set.of("COST_RATE_MISSING", "INTERCOMPANY_RATE_MISSING", "FX_RATE_MISSING", "PERIOD_CLOSED");

    private final CostRateLookup rates;
    private final Commands commands;
    private final History history;

    public WhenTimeApprovedThenCost(CostRateLookup rates, Commands commands, History history) {
        this.rates = rates;
        this.commands = commands;
        this.history = history;
    }

    @EventHandler
    void react(TimeApproved event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        var key = "cost/" + event.getTimeEntryId() + "/" + event.getVersion();
        switch (rates.onDayOf(event)) {
            case CostFound found -> commands.send(cost(event, found), key);
            case CostMissing missing -> commands.send(raise(event, missing, at), key + "/missing/" + eventId);
        }
    }

    @EventHandler
    void resume(ExceptionResolved event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        if (CODES.contains(event.getCode())) {
            history.last(event.getSubjectId(), TimeApproved.class).ifPresent(approval -> react(approval, at, eventId));
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
                found.books());
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
