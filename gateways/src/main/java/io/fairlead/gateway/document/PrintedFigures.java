package io.fairlead.gateway.document;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Figures as documents print them: a point before decimals, commas between thousands, whatever the machine's language. */
final class PrintedFigures {

    /** An amount at its own digits, 1,234.50. */
    static String amount(BigDecimal amount) {
        var plain = amount.abs().toPlainString();
        int point = plain.indexOf('.');
        var whole = point < 0 ? plain : plain.substring(0, point);
        var grouped = new StringBuilder(whole);
        for (int at = whole.length() - 3; at > 0; at -= 3) {
            grouped.insert(at, ',');
        }
        return (amount.signum() < 0 ? "-" : "") + grouped + (point < 0 ? "" : plain.substring(point));
    }

    /** A price: at least two decimals, more where it has them. */
    static String price(BigDecimal price) {
        var plain = price.stripTrailingZeros();
        return amount(plain.scale() < 2 ? plain.setScale(2, RoundingMode.UNNECESSARY) : plain);
    }

    /** A quantity without zeros that say nothing. */
    static String quantity(BigDecimal quantity) {
        var plain = quantity.stripTrailingZeros();
        return amount(plain.scale() < 0 ? plain.setScale(0, RoundingMode.UNNECESSARY) : plain);
    }

    /** A rate of 0..1 as 19 %. */
    static String percent(BigDecimal rate) {
        return quantity(rate.movePointRight(2)) + " %";
    }

    private PrintedFigures() {}
}
