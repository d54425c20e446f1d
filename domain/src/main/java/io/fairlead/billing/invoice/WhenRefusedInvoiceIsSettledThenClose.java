package io.fairlead.billing.invoice;

import io.fairlead.billing.event.InvoicePosted;
import io.fairlead.billing.event.InvoiceReturned;
import io.fairlead.billing.event.InvoiceStaged;
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

/** When the ERP has taken an invoice that it refused, or it is a draft again, its work item is closed. */
@ProcessingGroup("process-invoice-settled")
@DisallowReplay // A rebuilt read side must not close work items again.
@Waits(Until.NOTHING)
public class WhenRefusedInvoiceIsSettledThenClose {

    private final CuredWork work;

    public WhenRefusedInvoiceIsSettledThenClose(Commands commands, StreamHistory history) {
        this.work = new CuredWork(commands, history, "process-invoice-settled");
    }

    @EventHandler
    void react(InvoiceStaged event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        work.close(RecordPostingRefused.WORK_ITEM, event.getInvoiceId(), "the ERP has accepted it", at, eventId);
    }

    @EventHandler
    void react(InvoicePosted event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        work.close(RecordPostingRefused.WORK_ITEM, event.getInvoiceId(), "the ERP has booked it", at, eventId);
    }

    @EventHandler
    void react(InvoiceReturned event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        work.close(RecordPostingRefused.WORK_ITEM, event.getInvoiceId(), "it is a draft again", at, eventId);
    }
}
