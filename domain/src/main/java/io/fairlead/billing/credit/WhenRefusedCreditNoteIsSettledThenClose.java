package io.fairlead.billing.credit;

import io.fairlead.billing.event.CreditNoteDiscarded;
import io.fairlead.billing.event.CreditNotePosted;
import io.fairlead.billing.event.CreditNoteStaged;
import io.fairlead.billing.invoice.CuredWork;
import io.fairlead.billing.invoice.RecordPostingRefused;
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

/** When the ERP has taken a credit note that it refused, or it was given up, its work item is closed. */
@ProcessingGroup("process-credit-settled")
@DisallowReplay // A rebuilt read side must not close work items again.
@Waits(Until.NOTHING)
public class WhenRefusedCreditNoteIsSettledThenClose {

    private final CuredWork work;

    public WhenRefusedCreditNoteIsSettledThenClose(Commands commands, StreamHistory history) {
        this.work = new CuredWork(commands, history, "process-credit-settled");
    }

    @EventHandler
    void react(CreditNoteStaged event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        work.close(RecordPostingRefused.WORK_ITEM, event.getCreditNoteId(), "the ERP has accepted it", at, eventId);
    }

    @EventHandler
    void react(CreditNotePosted event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        work.close(RecordPostingRefused.WORK_ITEM, event.getCreditNoteId(), "the ERP has booked it", at, eventId);
    }

    @EventHandler
    void react(CreditNoteDiscarded event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        work.close(RecordPostingRefused.WORK_ITEM, event.getCreditNoteId(), "it was given up", at, eventId);
    }
}
