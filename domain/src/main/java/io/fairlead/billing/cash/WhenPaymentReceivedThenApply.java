package io.fairlead.billing.cash;

import io.fairlead.billing.event.MoneyReceived;
import io.fairlead.billing.event.PaymentReceived;
import io.fairlead.billing.event.ReceiptAssigned;
import io.fairlead.billing.event.ReceiptUnapplied;
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
 * When money arrives, or it is known whose it is, it is set against the invoices it names and then, by the company's policy,
 * against the customer's earliest due. What is left stays on account, with a work item.
 */
@ProcessingGroup("process-apply-payment")
@DisallowReplay // A rebuilt read side must not apply money again.
@Waits(Until.VIEWS_SEEN) // Which invoices are open is asked there.
public class WhenPaymentReceivedThenApply {

    private final PlannedMoney planned;

    public WhenPaymentReceivedThenApply(OpenItems items, Commands commands, StreamHistory history) {
        this.planned = new PlannedMoney(items, commands, history, "process-apply-payment");
    }

    @EventHandler
    void react(PaymentReceived event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        planned.apply(event.getReceiptId(), at, eventId);
    }

    @EventHandler
    void react(MoneyReceived event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        planned.apply(event.getReceiptId(), at, eventId);
    }

    @EventHandler
    void react(ReceiptAssigned event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        if (!event.getAssignedBy().startsWith("process|")) { // Else an invoice said so, and is paid already.
            planned.applyAssigned(event.getReceiptId(), at, eventId);
        }
    }

    /** The invoice was paid otherwise meanwhile: what it left may go to another. */
    @EventHandler
    void react(ReceiptUnapplied event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        if (event.getCause().equals(Unapplication.REFUSED.name())) {
            planned.applyElsewhere(event.getReceiptId(), at, eventId);
        }
    }

    @EventHandler
    void resume(ExceptionResolved event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        if (MoneyItem.isClearedByPerson(event.getCode(), event.getResolvedBy())) {
            planned.apply(event.getSubjectId(), at, eventId);
        }
    }
}
