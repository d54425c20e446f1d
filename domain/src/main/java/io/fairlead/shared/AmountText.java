package io.fairlead.shared;

import java.math.BigDecimal;

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

    private AmountText() {}
}
