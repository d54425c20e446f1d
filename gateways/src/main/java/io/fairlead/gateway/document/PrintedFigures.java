package io.fairlead.gateway.document;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Figures as documents print them, whatever the machine's language.
 *
 * @param decimal stands before decimals
 * @param group stands between thousands
 */
record PrintedFigures(String decimal, String group) {

    /** An amount at its own digits, 1,234.50. */
    String amount(BigDecimal amount) {
        var plain = amount.abs().toPlainString();
        int point = plain.indexOf('.');
        var whole = point < 0 ? plain : plain.substring(0, point);
        var grouped = new StringBuilder(whole);
        for (int at = whole.length() - 3; at > 0; at -= 3) {
            grouped.insert(at, group);
        }
        return (amount.signum() < 0 ? "-" : "") + grouped + (point < 0 ? "" : decimal + plain.substring(point + 1));
    }

    /** A price: at least two decimals, more where it has them. */
    String price(BigDecimal price) {
        var plain = price.stripTrailingZeros();
        return amount(plain.scale() < 2 ? plain.setScale(2, RoundingMode.UNNECESSARY) : plain);
    }

    /** A quantity without zeros that say nothing. */
    String quantity(BigDecimal quantity) {
        var plain = quantity.stripTrailingZeros();
        return amount(plain.scale() < 0 ? plain.setScale(0, RoundingMode.UNNECESSARY) : plain);
    }

    /** A rate of 0..1 as 19 %. */
    String percent(BigDecimal rate) {
        return quantity(rate.movePointRight(2)) + Words.JOINED + "%";
    }
}
