package io.fairlead.billing.cash;

import io.fairlead.billing.event.EntityAmounts;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.PaymentApplied;
import io.fairlead.billing.event.Settlement;
import io.fairlead.billing.invoice.BookedAmounts;
import io.fairlead.billing.invoice.Payable;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.WireAmount;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What money for an invoice in another currency is worth in the seller's book currency, against what it was booked with
 * (R13). USD 1,100.00 booked at 1.12 (EUR 982.14) and paid at 1.10 (EUR 1,000.00) realises a gain of EUR 17.86.
 */
public final class PaymentExchange {

    /**
     * Null when the invoice is in the book currency.
     *
     * @param open of the invoice after the payment
     * @throws RuleViolated X-07 when the invoice is in another currency and no settlement rate is told
     */
    public static @Nullable Settlement of(ApplyPayment command, InvoiceIssued invoice, Money open) {
        var booked = invoice.getEntityAmounts();
        if (booked == null) {
            return null;
        }
        var fx = command.settlementFx();
        if (fx == null) {
            throw new RuleViolated(
                    "X-07",
                    "settlementFx",
                    "the invoice is in " + invoice.getCurrency() + " and the books are in " + booked.getCurrency(),
                    "set the exchange rate of " + command.valueDate());
        }
        var paid = WireAmount.money(command.amount(), command.currency());
        var payable = Payable.of(invoice);
        var relieved = relieved(booked, payable, open.plus(paid), open);
        var settled = fx.convert(paid);
        return Settlement.newBuilder()
                .setCurrency(booked.getCurrency())
                .setFx(fx.asEvent())
                .setSettled(WireAmount.amount(settled))
                .setBooked(WireAmount.amount(relieved))
                .setRealised(WireAmount.amount(settled.minus(relieved)))
                .build();
    }

    /**
     * What leaves the books with a payment that is taken back: its money at the rate that it came with, and of the invoice
     * what keeps all that is paid in proportion, so that a cent of rounding is realised and none is lost. Null when the
     * invoice is in the book currency.
     *
     * @param before open before it is taken back
     * @param after open after that
     */
    public static @Nullable Settlement ofTakenBack(
            PaymentApplied payment, InvoiceIssued invoice, Money before, Money after) {
        var booked = invoice.getEntityAmounts();
        var settlement = payment.getSettlement();
        if (booked == null || settlement == null) {
            return null;
        }
        var restored = WireAmount.amount(relieved(booked, Payable.of(invoice), after, before));
        return Settlement.newBuilder(settlement)
                .setBooked(restored)
                .setRealised(settlement.getSettled().subtract(restored))
                .build();
    }

    /** Of the booked gross, by what is open before and after. */
    private static Money relieved(EntityAmounts booked, Money payable, Money openBefore, Money openAfter) {
        return BookedAmounts.relieved(booked, payable, payable.minus(openAfter))
                .minus(BookedAmounts.relieved(booked, payable, payable.minus(openBefore)));
    }

    private PaymentExchange() {}
}
