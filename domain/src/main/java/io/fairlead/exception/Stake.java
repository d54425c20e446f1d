package io.fairlead.exception;

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
}
