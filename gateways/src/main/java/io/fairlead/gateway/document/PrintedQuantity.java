package io.fairlead.gateway.document;

import io.fairlead.gateway.document.BillDocument.Line;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What a line prints so that its reader can do the sum: quantity x price / base = net (R2). Hours where two decimals hold
 * the time exactly, else minutes at the price of 60 (of an hour), else seconds at the price of 3,600 (BT-149). A line that
 * is off by more than 0.02, such as a portion with an adjusted amount, prints quantity 1 and tells its time in words.
 *
 * @param quantity below zero where the net is
 * @param unit code of UN/ECE recommendation 20
 * @param price of the base quantity, never below zero (BR-27)
 * @param base quantity that the price is for, in the same unit
 * @param note what the quantity does not tell; null when it tells all
 */
public record PrintedQuantity(
        BigDecimal quantity,
        String unit,
        BigDecimal price,
        int base,
        @Nullable String note) {

    private static final int HOUR_S = 3_600;
    private static final int MINUTE_S = 60;
    private static final BigDecimal TOLERANCE = new BigDecimal("0.02");

    /** For the line. */
    public static PrintedQuantity of(Line line) {
        var price = line.price();
        var seconds = line.seconds();
        // A line of 0 seconds gives back money alone.
        if (price != null && seconds != null && seconds != 0 && line.secondsPerUnit() != null) {
            var timed = timed(seconds, line.secondsPerUnit(), price);
            return timed.isCloseTo(line.net()) ? timed.signed(line.net()) : whole(line, timed.inWords());
        }
        return whole(line, null);
    }

    /** Quantity x price / base, rounded HALF_UP to the digits. */
    public BigDecimal product(int digits) {
        return quantity.multiply(price).divide(BigDecimal.valueOf(base), digits, RoundingMode.HALF_UP);
    }

    /** The unit for people. */
    public String unitName() {
        return switch (unit) {
            case "HUR" -> "h";
            case "MIN" -> "min";
            case "SEC" -> "s";
            case "DAY" -> "d";
            default -> "";
        };
    }

    private static PrintedQuantity timed(int seconds, int secondsPerUnit, BigDecimal price) {
        var units =
                BigDecimal.valueOf(seconds).setScale(2).divide(BigDecimal.valueOf(secondsPerUnit), RoundingMode.DOWN);
        if (units.multiply(BigDecimal.valueOf(secondsPerUnit)).compareTo(BigDecimal.valueOf(seconds)) == 0) {
            return new PrintedQuantity(units, secondsPerUnit == HOUR_S ? "HUR" : "DAY", price, 1, null);
        }
        if (seconds % MINUTE_S == 0 && secondsPerUnit % MINUTE_S == 0) {
            return new PrintedQuantity(
                    BigDecimal.valueOf(seconds / MINUTE_S), "MIN", price, secondsPerUnit / MINUTE_S, null);
        }
        return new PrintedQuantity(BigDecimal.valueOf(seconds), "SEC", price, secondsPerUnit, null);
    }

    private static PrintedQuantity whole(Line line, @Nullable String note) {
        var sign = BigDecimal.valueOf(line.net().signum() < 0 ? -1 : 1);
        return new PrintedQuantity(sign, "C62", line.net().abs(), 1, note);
    }

    private boolean isCloseTo(BigDecimal net) {
        return price.signum() >= 0
                && product(net.scale()).subtract(net.abs()).abs().compareTo(TOLERANCE) <= 0;
    }

    private PrintedQuantity signed(BigDecimal net) {
        return net.signum() < 0 ? new PrintedQuantity(quantity.negate(), unit, price, base, note) : this;
    }

    private String inWords() {
        return PrintedFigures.quantity(quantity) + " " + unitName() + " at " + PrintedFigures.price(price) + " per "
                + (base == 1 ? "" : PrintedFigures.amount(BigDecimal.valueOf(base)) + " ") + unitName();
    }
}
