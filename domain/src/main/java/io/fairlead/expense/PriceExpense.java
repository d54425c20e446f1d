package io.fairlead.expense;

import io.fairlead.shared.Check;
import io.fairlead.shared.ExchangeRate;
import java.math.BigDecimal;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

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
     * @param fx rate of the receipt's date between its currency and the contract's; null when they are one
     * @param markUp added to the cost, part of it: 0.1 is 10 %
     */
    public record Terms(String currency, @Nullable ExchangeRate fx, BigDecimal markUp) {

        public Terms {
            Check.currency("currency", currency);
            markUp = Check.notNegative("markUp", markUp);
        }
    }
}
