package io.fairlead.billing.einvoice;

import io.fairlead.billing.event.InvoiceDrafted;
import io.fairlead.billing.event.InvoiceLineAdjusted;
import io.fairlead.billing.event.InvoiceLineRemoved;
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

/** When a draft is complete, and with its review, it is asked whether it can be an electronic invoice: what is missing is told. */
@ProcessingGroup("process-check-e-invoice")
@DisallowReplay // A rebuilt read side must not ask again.
@Waits(Until.VIEWS_SEEN)
public class WhenInvoiceDraftedThenCheckEInvoice {

    private final EInvoiceItem item;

    public WhenInvoiceDraftedThenCheckEInvoice(DraftReadiness readiness, Commands commands, StreamHistory history) {
        this.item = new EInvoiceItem(readiness, commands, history);
    }

    @EventHandler
    void react(InvoiceDrafted event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        item.check(event.getInvoiceId(), at, eventId);
    }

    @EventHandler
    void react(InvoiceLineRemoved event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        item.check(event.getInvoiceId(), at, eventId);
    }

    @EventHandler
    void react(InvoiceLineAdjusted event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        item.check(event.getInvoiceId(), at, eventId);
    }

    @EventHandler
    void resume(ExceptionResolved event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        if (event.getCode().equals(EInvoiceItem.CODE) && !event.getResolvedBy().equals(EInvoiceItem.BY)) {
            item.check(event.getSubjectId(), at, eventId); // Who says that it is cleared hears when it is not.
        }
    }
}
