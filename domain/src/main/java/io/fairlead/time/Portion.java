package io.fairlead.time;

import io.fairlead.shared.Check;
import java.math.BigDecimal;

/**
 * A part of an entry that a draft claims.
 *
 * @param portionNo from 1, of no other part of the entry
 * @param seconds whole seconds, >= 0
 * @param amount net, >= 0, at the currency's digits
 */
public record Portion(int portionNo, int seconds, BigDecimal amount) {

    public Portion {
        Check.range("portionNo", portionNo, 1, 100_000);
        Check.range("seconds", seconds, 0, TimeRules.SECONDS_MAX);
        amount = Check.notNegative("amount", amount);
    }
}
