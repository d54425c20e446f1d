package io.fairlead.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.Money;

/**
 * Shares of a rounded total, so that parts equal the whole: each part is cut to the currency's digits, and what is left goes
 * to the largest remainders, one smallest unit each; among equal ones the earliest comes first (R2).
 */
public final class LargestRemainder {

    /**
     * Shares in the order of the parts. Three parts of 44.44333 and a total of 133.33 give 44.45, 44.44 and 44.44.
     *
     * @param total the parts' sum, rounded to the currency's digits
     * @param parts not rounded; may be negative
     * @throws IllegalArgumentException when the total is a unit per part or more away from the parts' sum
     */
    public static List<Money> share(Money total, List<BigDecimal> parts) {
        var unit = total.getCurrencyUnit();
        var digits = unit.getDecimalPlaces();
        var shares = new ArrayList<BigDecimal>();
        parts.forEach(part -> shares.add(part.setScale(digits, RoundingMode.FLOOR)));
        var left = total.getAmount()
                .subtract(shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .movePointRight(digits);
        if (left.signum() < 0 || left.compareTo(BigDecimal.valueOf(parts.size())) > 0) {
            throw new IllegalArgumentException(total + " is no total of " + parts);
        }
        var smallest = BigDecimal.ONE.movePointLeft(digits);
        IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing(
                        (Integer at) -> parts.get(at).subtract(shares.get(at)), Comparator.reverseOrder()))
                .limit(left.intValueExact())
                .toList() // First ranked, then raised: raising would change the remainders.
                .forEach(at -> shares.set(at, shares.get(at).add(smallest)));
        return shares.stream().map(share -> Money.of(unit, share)).toList();
    }

    private LargestRemainder() {}
}
