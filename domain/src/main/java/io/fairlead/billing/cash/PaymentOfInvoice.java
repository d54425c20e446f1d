package io.fairlead.billing.cash;

import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.PaymentApplied;
import io.fairlead.billing.event.ReceiptApplied;
import io.fairlead.billing.event.ReceiptUnapplied;
import io.fairlead.billing.fx.BookingRates;
import io.fairlead.billing.fx.BookingRates.Missing;
import io.fairlead.billing.fx.BookingRates.Rate;
import io.fairlead.billing.invoice.CuredWork;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.exception.Stake;
import io.fairlead.shared.Commands;
import io.fairlead.shared.ExchangeRate;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.StreamHistory;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The way from money to its invoice, at the rate of its day where the books are in another currency (R13); what the invoice refuses
 * is on account again. Part of {@link WhenReceiptIsAppliedThenPay}.
 */
final class PaymentOfInvoice {

    private static final String PROCESS = "process|process-pay-invoice";

    private final BookingRates rates;
    private final Commands commands;
    private final StreamHistory history;
    private final CuredWork work;

    PaymentOfInvoice(BookingRates rates, Commands commands, StreamHistory history) {
        this.rates = rates;
        this.commands = commands;
        this.history = history;
        this.work = new CuredWork(commands, history, "process-pay-invoice");
    }

    /** Nothing when it was taken back meanwhile: the invoice may be open again by now, and would be paid with it once more. */
    void pay(ReceiptApplied event, Instant at, String eventId) {
        if (isGone(event)) {
            return;
        }
        var invoice = history.last(event.getInvoiceId(), InvoiceIssued.class);
        if (invoice.isEmpty() || invoice.get().getEntityAmounts() == null) {
            pay(event, null);
            return;
        }
        var entity = invoice.get().getLegalEntityId();
        switch (rates.on(entity, event.getCurrency(), event.getValueDate())) {
            case Rate(var fx) -> pay(event, fx);
            case Missing missing ->
                commands.send(
                        missing.raise(
                                event.getReceiptId(), new Stake(event.getAmount(), event.getCurrency()), entity, at),
                        "pay/" + event.getReceiptId() + "/fx/" + eventId);
        }
    }

    /** Its work item about a missing rate, when what waited for the rate was taken back and no other part of the money waits. */
    void closeUnlessWaiting(String receiptId, Instant at, String eventId) {
        boolean isWaiting = MoneyAtHand.of(history, receiptId).stream()
                .flatMap(money -> money.live().values().stream())
                .anyMatch(live -> !isPaid(live));
        if (!isWaiting) {
            work.close(BookingRates.CODE, receiptId, "no part of the money waits for a rate any more", at, eventId);
        }
    }

    private boolean isGone(ReceiptApplied part) {
        return history.all(part.getReceiptId(), ReceiptUnapplied.class).stream()
                .anyMatch(gone -> gone.getApplicationId().equals(part.getApplicationId()));
    }

    private boolean isPaid(ReceiptApplied part) {
        return history.all(part.getInvoiceId(), PaymentApplied.class).stream()
                .anyMatch(paid -> part.getReceiptId().equals(paid.getReceiptId())
                        && part.getApplicationId().equals(paid.getApplicationId()));
    }

    private void pay(ReceiptApplied event, @Nullable ExchangeRate fx) {
        var receipt = new ReceiptId(event.getReceiptId());
        var application = event.getApplicationId();
        var key = receipt + "/" + application;
        try {
            commands.send(
                    new ApplyPayment(
                            new InvoiceId(event.getInvoiceId()),
                            receipt,
                            application,
                            event.getAmount(),
                            event.getCurrency(),
                            event.getValueDate(),
                            fx),
                    "pay/" + key);
        } catch (RuleViolated refused) {
            commands.send(
                    new UnapplyReceipt(
                            receipt,
                            application,
                            event.getValueDate(),
                            Unapplication.REFUSED,
                            refused.reason(),
                            PROCESS),
                    "unapply/" + key);
        }
    }
}
