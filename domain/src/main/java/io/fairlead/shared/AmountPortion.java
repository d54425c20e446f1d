package io.fairlead.shared;

import java.math.BigDecimal;

/**
 * A part of a billing item or expense, as commands name it; null in their place means all that is left.
 *
 * @param portionNo from 1, unique within the item
 * @param amount not 0, with the sign of the item
 */
public record AmountPortion(int portionNo, BigDecimal amount) {

    public AmountPortion {
        Check.range("portionNo", portionNo, 1, 100_000);
        amount = Check.amount("amount", amount);
        if (amount.signum() == 0) {
            throw new RuleViolated("G-02", "amount", "a portion of 0 is none", "name an amount");
        }
    }
}
