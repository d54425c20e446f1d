package io.fairlead.shared;

import io.fairlead.shared.event.FxRate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * An exchange rate as published: one unit of base is worth rate units of quote (R13). It converts both ways; the way back
 * divides, since a turned round rate would be rounded.
 *
 * @param base ISO 4217
 * @param quote ISO 4217, another one
 * @param rate above 0, at most 10 decimals
 * @param from first day of the row
 * @param source who published it
 */
public record ExchangeRate(String base, String quote, BigDecimal rate, LocalDate from, String source) {

    public ExchangeRate {
        if (base.equals(quote) || rate.signum() <= 0) {
            throw new IllegalArgumentException("1 " + base + " = " + rate + " " + quote + " is no exchange rate");
        }
    }

    /** As events keep it. */
    public static ExchangeRate of(FxRate used) {
        return new ExchangeRate(used.getBase(), used.getQuote(), used.getRate(), used.getFrom(), used.getSource());
    }

    /** For an event. */
    public FxRate asEvent() {
        return FxRate.newBuilder()
                .setBase(base)
                .setQuote(quote)
                .setRate(rate.setScale(10))
                .setFrom(from)
                .setSource(source)
                .build();
    }

    /**
     * The other one of the two currencies.
     *
     * @throws IllegalArgumentException when it is neither
     */
    public CurrencyUnit other(CurrencyUnit currency) {
        if (currency.getCode().equals(base)) {
            return CurrencyUnit.of(quote);
        }
        if (currency.getCode().equals(quote)) {
            return CurrencyUnit.of(base);
        }
        throw new IllegalArgumentException(currency + " is neither " + base + " nor " + quote);
    }

    /** Converted and rounded once, HALF_UP to the other currency's digits: USD 1,100.00 at EUR 1 = USD 1.12 is EUR 982.14. */
    public Money convert(Money amount) {
        var other = other(amount.getCurrencyUnit());
        return Money.of(other, quotient(amount.getAmount(), amount.getCurrencyUnit(), 1, other.getDecimalPlaces()));
    }

    /** Converted to 34 digits, for shares of a converted total. */
    public BigDecimal unrounded(Money amount) {
        return amount.getCurrencyUnit().getCode().equals(base)
                ? amount.getAmount().multiply(rate)
                : amount.getAmount().divide(rate, MathContext.DECIMAL128);
    }

    /** amount / divisor in the other currency, rounded once, HALF_UP. */
    BigDecimal quotient(BigDecimal amount, CurrencyUnit currency, int divisor, int decimals) {
        boolean isBase = currency.getCode().equals(base);
        var above = isBase ? amount.multiply(rate) : amount;
        var below = isBase ? BigDecimal.valueOf(divisor) : rate.multiply(BigDecimal.valueOf(divisor));
        return above.divide(below, decimals, RoundingMode.HALF_UP);
    }
}
