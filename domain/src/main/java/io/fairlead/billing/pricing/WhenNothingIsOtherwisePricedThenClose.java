package io.fairlead.billing.pricing;

import io.fairlead.shared.Commands;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import io.fairlead.time.event.TimeBilled;
import io.fairlead.time.event.TimeCorrectedAfterBilling;
import io.fairlead.time.event.TimeReopened;
import io.fairlead.time.event.TimeTakenOffDraft;
import io.fairlead.time.event.TimeWrittenOff;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MessageIdentifier;

/** When no part of time stands on drafts or invoices at another price any more, what a late rate proposed for it is closed. */
@ProcessingGroup("process-settle-rate-proposals")
@DisallowReplay // A rebuilt read side must not close work items again.
@Waits(Until.TIME_PRICED)
public class WhenNothingIsOtherwisePricedThenClose {

    private final PriceProposals proposals;

    public WhenNothingIsOtherwisePricedThenClose(RepricingLookup lookup, Commands commands, StreamHistory history) {
        this.proposals = new PriceProposals(lookup, commands, history, "process-settle-rate-proposals");
    }

    @EventHandler
    void react(TimeReopened event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        proposals.close(event.getTimeEntryId(), at, eventId);
    }

    @EventHandler
    void react(TimeTakenOffDraft event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        proposals.close(event.getTimeEntryId(), at, eventId);
    }

    @EventHandler
    void react(TimeCorrectedAfterBilling event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        proposals.close(event.getTimeEntryId(), at, eventId);
    }

    @EventHandler
    void react(TimeWrittenOff event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        proposals.close(event.getTimeEntryId(), at, eventId);
    }

    @EventHandler
    void react(TimeBilled event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        proposals.follow(event.getTimeEntryId(), at, eventId);
    }
}
