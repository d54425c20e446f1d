package io.fairlead.time;

import io.fairlead.shared.Rate;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.Wire;
import io.fairlead.time.event.CreditPart;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/**
 * What a correction of approved time does to its price: first to what is left, and only then to what is billed, of which a
 * credit is proposed. Read by TimeEntry.
 *
 * @param secondsDelta of what is left
 * @param amountDelta of what is left
 * @param credits of billed portions, latest first
 */
record Correction(int secondsDelta, Money amountDelta, List<CreditPart> credits) {

    /**
     * Works it out; nothing is on a draft.
     *
     * @param secondsDelta wanted change of the worked time
     * @throws RuleViolated T-11 when more is taken away than is left and billed
     */
    static Correction of(Portions portions, Rate rate, int secondsDelta) {
        if (secondsDelta == 0) {
            return new Correction(0, Money.zero(portions.amount().getCurrencyUnit()), List.of());
        }
        var left = portions.left();
        if (left.seconds() + secondsDelta >= 0) {
            int now = left.seconds() + secondsDelta;
            var price = now == 0 ? Money.zero(portions.amount().getCurrencyUnit()) : rate.times(now);
            return new Correction(secondsDelta, price.minus(left.amount()), List.of());
        }
        return new Correction(
                -left.seconds(), left.amount().negated(), credits(portions, -secondsDelta - left.seconds()));
    }

    private static List<CreditPart> credits(Portions portions, int seconds) {
        var parts = new ArrayList<CreditPart>();
        int open = seconds;
        for (var claim : portions.billed().reversed()) {
            int part = Math.min(open, claim.seconds());
            if (part > 0) {
                parts.add(CreditPart.newBuilder()
                        .setInvoiceId(claim.invoiceId())
                        .setPortionNo(claim.no())
                        .setSeconds(part)
                        .setAmount(Wire.amount(claim.amount()
                                .minus(Portions.share(claim.amount(), claim.seconds() - part, claim.seconds()))))
                        .build());
                open -= part;
            }
        }
        if (open > 0) {
            throw new RuleViolated(
                    "T-11", "seconds", open + " seconds of it are given up", "leave at least what was written off");
        }
        return parts;
    }

    boolean movesWhatIsLeft() {
        return secondsDelta != 0 || !amountDelta.isZero();
    }
}
