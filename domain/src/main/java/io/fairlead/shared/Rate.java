package io.fairlead.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Price or cost of a span of worked time. The one place that multiplies a rate by a duration and rounds, once (R2).
 *
 * @param perUnit >= 0, at most 4 decimals
 * @param currency of the price
 * @param secondsPerUnit what one unit means: 3600 for an hour
 */
public record Rate(BigDecimal perUnit, CurrencyUnit currency, int secondsPerUnit) {

    public static final int SECONDS_PER_HOUR = 3600;

    public Rate {
        Check.notNegative("rate", perUnit);
        Check.range("secondsPerUnit", secondsPerUnit, 1, 86_400);
    }

    /** Per hour. */
    public static Rate hourly(BigDecimal perHour, String currency) {
        return new Rate(perHour, CurrencyUnit.of(currency), SECONDS_PER_HOUR);
    }

    /**
     * seconds x rate / secondsPerUnit, rounded HALF_UP to the currency's digits: 1200 s at 133.33 an hour is 44.44.
     *
     * @param seconds 1..86400
     */
    public Money times(int seconds) {
        var amount = perUnit.multiply(BigDecimal.valueOf(seconds))
                .divide(BigDecimal.valueOf(secondsPerUnit), currency.getDecimalPlaces(), RoundingMode.HALF_UP);
        return Money.of(currency, amount);
    }
}
