package io.fairlead.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.CurrencyUnit;

/** Amounts as people write them in a sentence: stored ones have four places, whatever their currency has. */
public final class AmountText {

    private static final int CENTS = 2;

    /**
     * The amount without the zeros that storing added; one place is never left alone.
     *
     * @return {@code 751.17} for 751.1700, {@code 12.50} for 12.5, {@code 1000} for 1000.0000
     */
    public static String of(BigDecimal amount) {
        var bare = amount.stripTrailingZeros();
        return (bare.scale() == 1 ? bare.setScale(CENTS) : bare).toPlainString();
    }

    /**
     * Money with the places of its currency, or as many as it has where those are more.
     *
     * @param currency ISO 4217
     * @return {@code 96.70 EUR} for 96.7000, {@code 97 JPY} for 97.0000
     */
    public static String money(BigDecimal amount, String currency) {
        var places = Math.max(
                amount.stripTrailingZeros().scale(), CurrencyUnit.of(currency).getDecimalPlaces());
        return amount.setScale(places, RoundingMode.UNNECESSARY).toPlainString() + " " + currency;
    }

    private AmountText() {}
}
