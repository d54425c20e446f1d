package io.fairlead.billing.deduction;

import io.fairlead.billing.event.DeductionTaken;
import io.fairlead.shared.WireAmount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.Money;

/**
 * What of a deduction is off its invoice now.
 *
 * @param taken as it was taken
 * @param amount of it that did not come back, >= 0
 * @param tax of the amount, by how much the tax is lower
 */
public record StandingDeduction(DeductionTaken taken, Money amount, Money tax) {

    /** All of it. */
    public static StandingDeduction of(DeductionTaken taken) {
        return new StandingDeduction(
                taken,
                WireAmount.money(taken.getAmount(), taken.getCurrency()),
                WireAmount.money(taken.getTax(), taken.getCurrency()));
    }

    /** After that much of it came back, with so much of its tax. */
    public StandingDeduction less(BigDecimal gone, BigDecimal goneTax) {
        return new StandingDeduction(
                taken,
                amount.minus(WireAmount.money(gone, taken.getCurrency())),
                tax.minus(WireAmount.money(goneTax, taken.getCurrency())));
    }

    /** A part of it, with its share of the tax; all of it has all that is left. */
    public StandingDeduction part(Money wanted) {
        return new StandingDeduction(taken, wanted, share(tax, wanted, amount));
    }

    static Money share(Money of, Money part, Money whole) {
        return part.isEqual(whole)
                ? of
                : Money.of(
                        of.getCurrencyUnit(),
                        of.getAmount()
                                .multiply(part.getAmount())
                                .divide(
                                        whole.getAmount(),
                                        of.getCurrencyUnit().getDecimalPlaces(),
                                        RoundingMode.HALF_UP));
    }
}
