package io.fairlead.billing.cash;

import io.fairlead.billing.event.ReceiptApplied;
import io.fairlead.billing.event.ReceiptUnapplied;
import io.fairlead.billing.fx.BookingRates;
import io.fairlead.billing.fx.ExchangeRateLookup;
import io.fairlead.billing.invoice.InvoiceId;
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

/** What is set against an invoice pays it, or comes back to the money; what is taken from it again is open there. */
@ProcessingGroup("process-pay-invoice")
@DisallowReplay // A rebuilt read side must not pay again.
@Waits(Until.NOTHING)
public class WhenReceiptIsAppliedThenPay {

    private final PaymentOfInvoice payment;
    private final Commands commands;
    private final StreamHistory history;

    public WhenReceiptIsAppliedThenPay(ExchangeRateLookup rates, Commands commands, StreamHistory history) {
        this.payment = new PaymentOfInvoice(new BookingRates(rates, history), commands, history);
        this.commands = commands;
        this.history = history;
    }

    @EventHandler
    void react(ReceiptApplied event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        payment.pay(event, at, eventId);
    }

    @EventHandler
    void react(ReceiptUnapplied event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        var key = event.getReceiptId() + "/" + event.getApplicationId();
        commands.send(new TakeBackPayment(new InvoiceId(event.getInvoiceId()), event), "take-back/" + key);
        payment.closeUnlessWaiting(event.getReceiptId(), at, eventId);
    }

    @EventHandler
    void resume(ExceptionResolved event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        if (event.getCode().equals(BookingRates.CODE)) {
            MoneyAtHand.of(history, event.getSubjectId())
                    .ifPresent(money -> money.live().values().forEach(live -> payment.pay(live, at, eventId)));
        }
    }
}
