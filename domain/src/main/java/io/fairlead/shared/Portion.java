package io.fairlead.shared;

import java.math.BigDecimal;

/**
 * A part of a billable source, as commands name it for a draft.
 *
 * @param portionNo from 1, of no other part of the source
 * @param seconds billed time, whole seconds of one day; 0 of what is no time
 * @param amount net, with the sign of the source
 */
public record Portion(int portionNo, int seconds, BigDecimal amount) {

    private static final int SECONDS_MAX = 86_400;

    public Portion {
        Check.range("portionNo", portionNo, 1, 100_000);
        Check.range("seconds", seconds, 0, SECONDS_MAX);
        amount = Check.amount("amount", amount);
    }
}
