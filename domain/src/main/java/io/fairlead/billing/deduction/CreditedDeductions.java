package io.fairlead.billing.deduction;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.joda.money.Money;

/**
 * What of an invoice's deductions its credit takes back, so that nobody is owed what they never paid: beyond what is open, a credit
 * meets losses and small rests first, then as much of a discount as it is of what was not credited before. What was withheld
 * stays, since it was paid to the tax office. Of 1,200.00 with a discount of 24.00, a credit of 600.00 takes back 12.00, and 588.00
 * are owed.
 *
 * @param uncredited of what the invoice asks to pay, before this credit, > 0
 * @param given by this credit
 * @param open of the invoice before it
 */
public record CreditedDeductions(Money uncredited, Money given, Money open) {

    /** In the order in which they come back; each above 0. */
    public List<StandingDeduction> of(List<StandingDeduction> standing) {
        var parts = new ArrayList<StandingDeduction>();
        var all = List.of(Deduction.BAD_DEBT, Deduction.SMALL_REST);
        var beyond = meet(standing, all, given.minus(open), each -> each, parts);
        var _ = meet(
                standing,
                List.of(Deduction.CASH_DISCOUNT),
                beyond,
                each -> StandingDeduction.share(each, given, uncredited),
                parts);
        return parts;
    }

    /** What of the credit is left after them. */
    private static Money meet(
            List<StandingDeduction> standing,
            List<Deduction> kinds,
            Money beyond,
            Function<Money, Money> share,
            List<StandingDeduction> parts) {
        var left = beyond;
        for (var each : standing) {
            if (kinds.contains(Deduction.valueOf(each.taken().getKind()))) {
                var wanted = share.apply(each.amount());
                var part = wanted.isGreaterThan(left) ? left : wanted;
                if (part.isPositive()) {
                    parts.add(each.part(part));
                    left = left.minus(part);
                }
            }
        }
        return left;
    }
}
