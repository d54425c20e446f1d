package io.fairlead.expense;

import io.fairlead.shared.ExchangeRates;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Port: what {@link ExpensePricing} asks about contract lines and exchange rates; it only fetches. */
public interface ExpenseFacts {

    /** The line of contract:<key>; empty when there is none. */
    Optional<BilledLine> line(String contractId, int lineNo);

    /** All exchange rates. */
    ExchangeRates exchangeRates();

    /**
     * A contract line as expenses see it.
     *
     * @param currency the contract's, ISO 4217
     * @param markUp agreed for it: 0.1 is 10 %; null means none was
     */
    record BilledLine(String currency, @Nullable BigDecimal markUp) {}
}
