package io.fairlead.time;

import io.fairlead.shared.Amounts;
import io.fairlead.shared.Portions;
import io.fairlead.shared.Rate;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.WireAmount;
import io.fairlead.time.event.CreditPart;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/**
 * What a correction of approved time does to its price: first to what remains, and only then to what is billed, of which a
 * credit is proposed. Read by TimeEntry.
 *
 * @param secondsDelta of what remains
 * @param amountDelta of what remains
 * @param credits of billed portions, latest first
 */
record Correction(int secondsDelta, Money amountDelta, List<CreditPart> credits) {

    /**
     * Works it out; nothing is on a draft.
     *
     * @param currency of the price
     * @param secondsDelta wanted change of the worked time
     * @throws RuleViolated T-11 when more is taken away than remains and is billed
     */
    static Correction of(Portions portions, Rate rate, String currency, int secondsDelta) {
        if (secondsDelta == 0) {
            return new Correction(0, WireAmount.money(BigDecimal.ZERO, currency), List.of());
        }
        var remaining = portions.remaining();
        var worth = WireAmount.money(remaining.amount(), currency);
        if (remaining.seconds() + secondsDelta >= 0) {
            int now = remaining.seconds() + secondsDelta;
            var price = now == 0 ? WireAmount.money(BigDecimal.ZERO, currency) : rate.times(now);
            return new Correction(secondsDelta, price.minus(worth), List.of());
        }
        return new Correction(
                -remaining.seconds(),
                worth.negated(),
                credits(portions, currency, -secondsDelta - remaining.seconds()));
    }

    private static List<CreditPart> credits(Portions portions, String currency, int seconds) {
        var parts = new ArrayList<CreditPart>();
        int open = seconds;
        for (var billed : portions.billed().reversed()) {
            int whole = billed.part().seconds();
            int part = Math.min(open, whole);
            if (part > 0) {
                var worth = WireAmount.money(billed.part().amount(), currency);
                parts.add(CreditPart.newBuilder()
                        .setInvoiceId(billed.invoiceId())
                        .setPortionNo(billed.no())
                        .setSeconds(part)
                        .setAmount(WireAmount.amount(worth.minus(Amounts.share(worth, whole - part, whole))))
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

    boolean movesWhatRemains() {
        return secondsDelta != 0 || !amountDelta.isZero();
    }
}
