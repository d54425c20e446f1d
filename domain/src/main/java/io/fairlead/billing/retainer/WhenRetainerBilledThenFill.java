package io.fairlead.billing.retainer;

import io.fairlead.billing.event.BillingItemBilled;
import io.fairlead.billing.event.BillingItemCorrected;
import io.fairlead.billing.event.BillingItemReopened;
import io.fairlead.billing.event.BillingItemWrittenOff;
import io.fairlead.billing.event.RetainerInvoiced;
import io.fairlead.billing.event.RetainerRestored;
import io.fairlead.exception.event.ExceptionResolved;
import io.fairlead.shared.Commands;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MessageIdentifier;

/**
 * When a retainer is on an issued invoice, its balance is filled; when that is credited, it is lowered. A credit of what was drawn
 * waits, and a person is told, until the balance bears it; not longer than until they waive that.
 */
@ProcessingGroup("process-fill-retainer")
@DisallowReplay // A rebuilt read side must not fill again.
@Waits(Until.NOTHING)
public class WhenRetainerBilledThenFill {

    private static final String GROUP = "process-fill-retainer";

    private final RetainerFilling filling;

    public WhenRetainerBilledThenFill(Commands commands, StreamHistory history) {
        this.filling = new RetainerFilling(commands, history, GROUP);
    }

    @EventHandler
    void react(BillingItemBilled event) {
        filling.fill(event);
    }

    @EventHandler
    void react(BillingItemReopened event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        filling.lower(event.getBillingItemId(), event, at, eventId);
    }

    @EventHandler
    void react(BillingItemCorrected event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        filling.lower(event.getBillingItemId(), event, at, eventId);
    }

    @EventHandler
    void react(BillingItemWrittenOff event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        filling.lower(event.getBillingItemId(), event, at, eventId);
    }

    /** More is there by now. */
    @EventHandler
    void react(RetainerRestored event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        filling.lowerByWaiting(event.getRetainerId(), at, eventId);
    }

    @EventHandler
    void react(RetainerInvoiced event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        if (event.getAmount().signum() > 0) {
            filling.lowerByWaiting(event.getRetainerId(), at, eventId);
        }
    }

    @EventHandler
    void resume(ExceptionResolved event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        if (event.getCode().equals(RetainerFilling.DRAWN)
                && !event.getResolvedBy().endsWith("|" + GROUP)) {
            filling.lowerOrTellAgain(event.getSubjectId(), at, eventId);
        }
    }
}
