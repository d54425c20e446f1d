package io.fairlead.gateway.document;

import io.fairlead.gateway.document.BillDocument.Line;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What a line prints so that its reader can do the sum: quantity x price = net (R2). Time is hours or days, as its
 * price has them, at two decimals or as many more as the amount needs: 5,719 s at 178.00 an hour are 1.5886 h, which
 * make 282.77. A line that is off by more than 0.02, such as a portion with an adjusted amount, prints quantity 1 and
 * tells its time beside it.
 *
 * @param quantity below zero where the net is
 * @param unit code of UN/ECE recommendation 20: HUR, DAY, or C62 for a whole
 * @param price of one unit, never below zero (BR-27)
 * @param time worked time that the quantity does not hold to the second; null when it tells all
 * @param isOff whether the time at its price is not the net, but a cent or two off
 */
public record PrintedQuantity(
        BigDecimal quantity,
        String unit,
        BigDecimal price,
        @Nullable Time time,
        boolean isOff) {

    private static final int HOUR_S = 3_600;
    private static final BigDecimal TOLERANCE = new BigDecimal("0.02");
    private static final int DIGITS_MIN = 2;

    /** A second is 0.00003 days; twelve digits hold it at any price. */
    private static final int DIGITS_MAX = 12;

    private static final String WHOLE = "C62";

    /**
     * Worked time and its price.
     *
     * @param seconds above 0
     * @param price of one unit
     * @param unit HUR or DAY
     */
    public record Time(int seconds, BigDecimal price, String unit) {}

    /** For the line. */
    public static PrintedQuantity of(Line line) {
        var price = line.price();
        var seconds = line.seconds();
        var secondsPerUnit = line.secondsPerUnit();
        // A line of 0 seconds gives back money alone.
        if (price == null || seconds == null || seconds == 0 || secondsPerUnit == null) {
            return whole(line, null);
        }
        var time = new Time(seconds, price, secondsPerUnit == HOUR_S ? "HUR" : "DAY");
        var net = line.net().abs();
        var exact = price.multiply(BigDecimal.valueOf(seconds))
                .divide(BigDecimal.valueOf(secondsPerUnit), net.scale(), RoundingMode.HALF_UP);
        if (price.signum() < 0 || exact.subtract(net).abs().compareTo(TOLERANCE) > 0) {
            return whole(line, time);
        }
        return timed(time, secondsPerUnit, net, exact, line.net().signum() < 0);
    }

    /** Quantity x price, rounded HALF_UP to the digits. */
    public BigDecimal product(int digits) {
        return quantity.multiply(price).setScale(digits, RoundingMode.HALF_UP);
    }

    /** Whether it is one amount for the whole. */
    public boolean isWhole() {
        return unit.equals(WHOLE);
    }

    /**
     * The fewest digits that give the net; where none do, since it is off by a cent or two, those that give the exact
     * amount. Rounded up where that is needed: 20.3083... hours at 61.80 are 1,255.055, which no digits from below
     * reach.
     */
    private static PrintedQuantity timed(
            Time time, int secondsPerUnit, BigDecimal net, BigDecimal exact, boolean isGivenBack) {
        var first = units(time, secondsPerUnit, DIGITS_MIN, RoundingMode.HALF_UP);
        var found =
                first.multiply(BigDecimal.valueOf(secondsPerUnit)).compareTo(BigDecimal.valueOf(time.seconds())) == 0
                        ? first
                        : null;
        for (var wanted : new BigDecimal[] {net, exact}) {
            for (int digits = DIGITS_MIN; found == null && digits <= DIGITS_MAX; digits++) {
                for (var mode : new RoundingMode[] {RoundingMode.HALF_UP, RoundingMode.UP}) {
                    var units = units(time, secondsPerUnit, digits, mode);
                    var product = units.multiply(time.price()).setScale(net.scale(), RoundingMode.HALF_UP);
                    found = found == null && units.signum() > 0 && product.compareTo(wanted) == 0 ? units : found;
                }
            }
        }
        var units = found == null ? units(time, secondsPerUnit, DIGITS_MAX, RoundingMode.HALF_UP) : found;
        var isExact =
                units.multiply(BigDecimal.valueOf(secondsPerUnit)).compareTo(BigDecimal.valueOf(time.seconds())) == 0;
        return new PrintedQuantity(
                isGivenBack ? units.negate() : units,
                time.unit(),
                time.price(),
                isExact ? null : time,
                exact.compareTo(net) != 0);
    }

    private static BigDecimal units(Time time, int secondsPerUnit, int digits, RoundingMode mode) {
        return BigDecimal.valueOf(time.seconds()).divide(BigDecimal.valueOf(secondsPerUnit), digits, mode);
    }

    private static PrintedQuantity whole(Line line, @Nullable Time time) {
        var sign = BigDecimal.valueOf(line.net().signum() < 0 ? -1 : 1);
        return new PrintedQuantity(sign, WHOLE, line.net().abs(), time, false);
    }
}
