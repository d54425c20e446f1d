package io.fairlead.billing.cash;

import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.PaymentReceived;
import io.fairlead.billing.fx.BookingRates;
import io.fairlead.billing.fx.BookingRates.Missing;
import io.fairlead.billing.fx.BookingRates.Rate;
import io.fairlead.billing.fx.ExchangeRateLookup;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.exception.OwnerRole;
import io.fairlead.exception.RaiseException;
import io.fairlead.exception.Stake;
import io.fairlead.exception.event.ExceptionResolved;
import io.fairlead.shared.Commands;
import io.fairlead.shared.ExchangeRate;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.jspecify.annotations.Nullable;

/** When money arrives, it is applied to the invoice it names. What does not fit becomes an exception. */
@ProcessingGroup("process-apply-payment")
@DisallowReplay // A rebuilt read side must not apply money again.
@Waits(Until.NOTHING)
public class WhenPaymentReceivedThenApply {

    private static final String CODE = "PAYMENT_NOT_APPLIED";

    private final BookingRates rates;
    private final Commands commands;
    private final StreamHistory history;

    public WhenPaymentReceivedThenApply(ExchangeRateLookup rates, Commands commands, StreamHistory history) {
        this.rates = new BookingRates(rates, history);
        this.commands = commands;
        this.history = history;
    }

    @EventHandler
    void react(PaymentReceived event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        var invoice = history.last(event.getInvoiceId(), InvoiceIssued.class);
        if (invoice.isEmpty() || invoice.get().getEntityAmounts() == null) {
            apply(event, null, at, eventId);
            return;
        }
        var entity = invoice.get().getLegalEntityId();
        switch (rates.on(entity, event.getCurrency(), event.getValueDate())) {
            case Rate(var fx) -> apply(event, fx, at, eventId);
            case Missing missing ->
                commands.send(
                        missing.raise(
                                event.getReceiptId(), new Stake(event.getAmount(), event.getCurrency()), entity, at),
                        "apply/" + event.getReceiptId() + "/fx/" + eventId);
        }
    }

    private void apply(PaymentReceived event, @Nullable ExchangeRate fx, Instant at, String eventId) {
        try {
            commands.send(
                    new ApplyPayment(
                            new InvoiceId(event.getInvoiceId()),
                            new ReceiptId(event.getReceiptId()),
                            event.getAmount(),
                            event.getCurrency(),
                            event.getValueDate(),
                            fx),
                    "apply/" + event.getReceiptId());
        } catch (RuleViolated refused) {
            commands.send(notApplied(event, refused, at), "apply/" + event.getReceiptId() + "/refused/" + eventId);
        }
    }

    @EventHandler
    void resume(ExceptionResolved event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        if (event.getCode().equals(CODE) || event.getCode().equals(BookingRates.CODE)) {
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
