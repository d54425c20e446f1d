package io.fairlead.billing;

import io.fairlead.billing.event.PaymentReceived;
import io.fairlead.exception.OwnerRole;
import io.fairlead.exception.RaiseException;
import io.fairlead.exception.Stake;
import io.fairlead.exception.event.ExceptionResolved;
import io.fairlead.shared.Commands;
import io.fairlead.shared.History;
import io.fairlead.shared.RuleViolated;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MessageIdentifier;

/** When money arrives, it is applied to the invoice it names. What does not fit becomes an exception. */
@ProcessingGroup("process-apply-payment")
@DisallowReplay // A rebuilt read side must not apply money again.
public class WhenPaymentReceivedThenApply {

    private static final String CODE = "PAYMENT_NOT_APPLIED";

    private final Commands commands;
    private final History history;

    public WhenPaymentReceivedThenApply(Commands commands, History history) {
        this.commands = commands;
        this.history = history;
    }

    @EventHandler
    void react(PaymentReceived event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        try {
            commands.send(
                    new ApplyPayment(
                            new InvoiceId(event.getInvoiceId()),
                            new ReceiptId(event.getReceiptId()),
                            event.getAmount(),
                            event.getCurrency(),
                            event.getValueDate()),
                    "apply/" + event.getReceiptId());
        } catch (RuleViolated refused) {
            commands.send(notApplied(event, refused, at), "apply/" + event.getReceiptId() + "/refused/" + eventId);
        }
    }

    @EventHandler
    void resume(ExceptionResolved event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        if (event.getCode().equals(CODE)) {
            history.last(event.getSubjectId(), PaymentReceived.class).ifPresent(payment -> react(payment, at, eventId));
        }
    }

    private static RaiseException notApplied(PaymentReceived event, RuleViolated refused, Instant at) {
        return RaiseException.about(
                CODE,
                event.getReceiptId(),
                "Money for " + event.getInvoiceId() + " was not applied: " + refused.reason() + ". " + refused.remedy(),
                OwnerRole.FINANCE_OPERATIONS,
                new Stake(event.getAmount(), event.getCurrency()),
                null,
                at);
    }
}
