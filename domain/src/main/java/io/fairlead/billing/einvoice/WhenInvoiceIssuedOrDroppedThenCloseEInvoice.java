package io.fairlead.billing.einvoice;

import io.fairlead.billing.event.InvoiceDiscarded;
import io.fairlead.billing.event.InvoiceIssued;
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

/** When a draft is issued or given up, nothing that it lacks can be supplied any more: its work item closes. */
@ProcessingGroup("process-close-e-invoice")
@DisallowReplay // A rebuilt read side must not close again.
@Waits(Until.NOTHING)
public class WhenInvoiceIssuedOrDroppedThenCloseEInvoice {

    private final EInvoiceItem item;

    public WhenInvoiceIssuedOrDroppedThenCloseEInvoice(
            DraftReadiness readiness, Commands commands, StreamHistory history) {
        this.item = new EInvoiceItem(readiness, commands, history);
    }

    @EventHandler
    void react(InvoiceDiscarded event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        item.close(event.getInvoiceId(), "The draft was given up.", at, eventId);
    }

    @EventHandler
    void react(InvoiceIssued event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        item.close(event.getInvoiceId(), "It was approved as it is; the PDF goes out alone.", at, eventId);
    }
}
