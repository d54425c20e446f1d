package io.fairlead.billing.invoice;

import io.fairlead.billing.event.CreditReserved;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.PayableRounding;
import io.fairlead.document.PayableAmounts;
import io.fairlead.shared.WireAmount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a document asks to pay, where coins end above the cent (R4, BT-114, BT-115): the gross, rounded HALF_UP to a multiple of the
 * step. CHF 108.12 in steps of 0.05 is 108.10, a rounding of -0.02. Credits are rounded to date, so that those of an invoice end
 * exactly at what it asks to pay.
 */
public final class Payable {

    /** The rounding of a gross; null where nothing is rounded. */
    public static @Nullable PayableRounding rounding(Money gross, @Nullable BigDecimal step) {
        return step == null ? null : rounding(step, rounded(gross, step).minus(gross));
    }

    /**
     * The rounding of a credit: what is payable of all credited by now, less what the credits before gave back.
     *
     * @param invoice of the credited invoice; null where nothing is rounded
     * @param gross of this credit
     * @param before all credits that the invoice granted and that were not released
     */
    public static @Nullable PayableRounding ofCredit(
            @Nullable PayableRounding invoice, Money gross, Iterable<CreditReserved> before) {
        if (invoice == null) {
            return null;
        }
        var credited = gross;
        var given = Money.zero(gross.getCurrencyUnit());
        for (var credit : before) {
            credited = credited.plus(WireAmount.money(credit.getGross(), credit.getCurrency()));
            given = given.plus(of(credit));
        }
        return rounding(
                invoice.getStep(),
                rounded(credited, invoice.getStep()).minus(given).minus(gross));
    }

    /** What the buyer owes by the invoice; below 0 what the buyer has back. */
    public static Money of(InvoiceIssued invoice) {
        return of(invoice.getGross(), invoice.getPayableRounding(), invoice.getCurrency());
    }

    /** What the credit gives back. */
    public static Money of(CreditReserved credit) {
        return of(credit.getGross(), credit.getPayableRounding(), credit.getCurrency());
    }

    private static Money of(BigDecimal gross, @Nullable PayableRounding rounding, String currency) {
        return WireAmount.money(PayableAmounts.of(gross, rounding), currency);
    }

    private static PayableRounding rounding(BigDecimal step, Money amount) {
        return PayableRounding.newBuilder()
                .setStep(step.setScale(4))
                .setAmount(WireAmount.amount(amount))
                .build();
    }

    private static Money rounded(Money gross, BigDecimal step) {
        var steps = gross.getAmount().divide(step, 0, RoundingMode.HALF_UP);
        return Money.of(gross.getCurrencyUnit(), steps.multiply(step), RoundingMode.HALF_UP);
    }

    private Payable() {}
}
