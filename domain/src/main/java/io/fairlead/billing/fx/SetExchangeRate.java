package io.fairlead.billing.fx;

import io.fairlead.shared.Check;
import io.fairlead.shared.Foreseen;
import io.fairlead.shared.RuleViolated;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Say what one unit of a currency is worth in another from a day on.
 *
 * @param referenceRatesId of the pair
 * @param base ISO 4217
 * @param quote ISO 4217, another one
 * @param rate units of quote for one of base, above 0, below 1,000,000,000, at most 10 decimals
 * @param from first day
 * @param to first day outside; null means until a later row
 * @param source who published it
 */
public record SetExchangeRate(
        @TargetAggregateIdentifier ReferenceRatesId referenceRatesId,
        String base,
        String quote,
        BigDecimal rate,
        @Foreseen LocalDate from,
        @Foreseen @Nullable LocalDate to,
        String source) {

    private static final int DECIMALS = 10;
    private static final BigDecimal RATE_MAX = new BigDecimal("1000000000");

    public SetExchangeRate {
        Check.currency("base", base);
        Check.currency("quote", quote);
        if (base.equals(quote)) {
            throw new RuleViolated("G-02", "quote", "a currency has no rate to itself", "name two currencies");
        }
        if (rate.signum() <= 0
                || rate.compareTo(RATE_MAX) >= 0
                || rate.stripTrailingZeros().scale() > DECIMALS) {
            throw new RuleViolated(
                    "G-02", "rate", "rate " + rate + " is out of range", "use more than 0 and at most 10 decimals");
        }
        rate = rate.setScale(DECIMALS);
        Check.day("from", from);
        Check.period("to", from, to);
        Check.text("source", source, 100);
    }

    /** For the pair's own stream. */
    public static SetExchangeRate of(
            String base, String quote, BigDecimal rate, LocalDate from, @Nullable LocalDate to, String source) {
        return new SetExchangeRate(ReferenceRatesId.of(base, quote), base, quote, rate, from, to, source);
    }
}
