package io.fairlead.expense;

import io.fairlead.shared.Check;
import java.math.BigDecimal;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Work out what an approved expense cost and what the customer pays for it (R15).
 *
 * @param expenseId its key
 * @param version which was approved
 * @param terms what contract and exchange rates say
 */
public record PriceExpense(@TargetAggregateIdentifier ExpenseId expenseId, int version, Terms terms) {

    /**
     * What contract and exchange rates say.
     *
     * @param currency the contract's, ISO 4217
     * @param exchangeRate price of one unit of the receipt's currency in the contract's on the receipt's date; 1 when they are
     *     the same
     * @param markUp added to the cost, part of it: 0.1 is 10 %
     */
    public record Terms(String currency, BigDecimal exchangeRate, BigDecimal markUp) {

        public Terms {
            Check.currency("currency", currency);
            markUp = Check.notNegative("markUp", markUp);
        }
    }
}
