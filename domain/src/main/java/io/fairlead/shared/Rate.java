package io.fairlead.shared;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Price or cost of a span of worked time. The one place that multiplies a rate by a duration and rounds, once (R2), in the
 * currency of the contract (R13).
 *
 * @param perUnit >= 0, at most 4 decimals
 * @param currency of perUnit
 * @param secondsPerUnit what one unit means: 3600 for an hour
 * @param fx leads from that currency to the contract's; null when they are one
 */
public record Rate(
        BigDecimal perUnit,
        CurrencyUnit currency,
        int secondsPerUnit,
        @Nullable ExchangeRate fx) {

    public static final int SECONDS_PER_HOUR = 3600;

    private static final int PRICE_DECIMALS = 4;

    public Rate {
        Check.notNegative("rate", perUnit);
        Check.range("secondsPerUnit", secondsPerUnit, 1, 86_400);
    }

    /** In the contract's currency. */
    public Rate(BigDecimal perUnit, CurrencyUnit currency, int secondsPerUnit) {
        this(perUnit, currency, secondsPerUnit, null);
    }

    /** Per hour. */
    public static Rate hourly(BigDecimal perHour, String currency) {
        return new Rate(perHour, CurrencyUnit.of(currency), SECONDS_PER_HOUR);
    }

    /** The rate itself, in its own currency. */
    public Rate own() {
        return new Rate(perUnit, currency, secondsPerUnit);
    }

    /** The same for a contract in the other currency of the exchange rate. */
    public Rate with(ExchangeRate exchange) {
        return new Rate(perUnit, currency, secondsPerUnit, exchange);
    }

    /**
     * seconds x rate / secondsPerUnit, converted where the contract has another currency, rounded HALF_UP to its digits:
     * 1200 s at 133.33 an hour is 44.44; 10 h at EUR 100 and EUR 1 = USD 1.10 is USD 1,100.00.
     *
     * @param seconds 1..86400
     */
    public Money times(int seconds) {
        var product = perUnit.multiply(BigDecimal.valueOf(seconds));
        var exchange = fx;
        if (exchange == null) {
            return Money.of(
                    currency,
                    product.divide(
                            BigDecimal.valueOf(secondsPerUnit), currency.getDecimalPlaces(), RoundingMode.HALF_UP));
        }
        var other = exchange.other(currency);
        return Money.of(other, exchange.quotient(product, currency, secondsPerUnit, other.getDecimalPlaces()));
    }

    /**
     * Whether so much time has this price: up to a second and two smallest units, since a part of an amount has whole seconds and
     * both are rounded.
     *
     * @param amount in the contract's currency
     */
    public boolean isPriceOf(int seconds, Money amount) {
        if (seconds == 0) {
            return true;
        }
        var unit = BigDecimal.ONE.movePointLeft(amount.getCurrencyUnit().getDecimalPlaces());
        var rounding = times(1).getAmount().add(unit).add(unit);
        return times(seconds).minus(amount).abs().getAmount().compareTo(rounding) <= 0;
    }

    /** As {@link #times}, to 34 digits: for shares of a rounded total. */
    public BigDecimal unrounded(int seconds) {
        var exact = perUnit.multiply(BigDecimal.valueOf(seconds))
                .divide(BigDecimal.valueOf(secondsPerUnit), MathContext.DECIMAL128);
        return fx == null ? exact : fx.unrounded(exact, currency);
    }

    /** Price of a unit in the contract's currency, to 4 decimals: as printed. */
    public BigDecimal printed() {
        return fx == null ? perUnit : fx.quotient(perUnit, currency, 1, PRICE_DECIMALS);
    }
}
