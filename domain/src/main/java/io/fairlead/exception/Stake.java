package io.fairlead.exception;

import io.fairlead.shared.AmountText;
import io.fairlead.shared.Check;
import java.math.BigDecimal;

/**
 * Money that waits.
 *
 * @param amount >= 0
 * @param currency ISO 4217
 */
public record Stake(BigDecimal amount, String currency) {

    public Stake {
        amount = Check.notNegative("amount", amount);
        Check.currency("currency", currency);
    }

    /** As in a sentence: {@code 751.17 USD}. */
    public String written() {
        return written(amount, currency);
    }

    /** As {@link #written()}, of money that may be below zero. */
    public static String written(BigDecimal amount, String currency) {
        return AmountText.of(amount) + " " + currency;
    }
}
