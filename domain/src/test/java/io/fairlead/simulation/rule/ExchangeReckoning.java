package io.fairlead.simulation.rule;

import io.fairlead.billing.event.ExchangeRateSet;
import io.fairlead.shared.event.FxRate;
import io.fairlead.simulation.Facts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * R13 reckoned plainly: which published rate holds on a day, by what was known at a place of the log. Shares no code with the
 * domain.
 */
final class ExchangeReckoning {

    private final List<Facts.At<ExchangeRateSet>> rows;

    ExchangeReckoning(Facts facts) {
        this.rows = facts.all(ExchangeRateSet.class);
    }

    /** The row between two currencies, published either way; null when there is none. */
    @Nullable
    ExchangeRateSet asOf(String one, String other, LocalDate day, long position) {
        ExchangeRateSet best = null;
        for (var each : rows) {
            var row = each.fact();
            boolean turned = row.getBase().equals(other) && row.getQuote().equals(one);
            boolean straight = row.getBase().equals(one) && row.getQuote().equals(other);
            if (each.position() <= position
                    && (straight || turned)
                    && !day.isBefore(row.getFrom())
                    && (row.getTo() == null || day.isBefore(row.getTo()))
                    && (best == null
                            || row.getFrom().isAfter(best.getFrom())
                            || row.getFrom().equals(best.getFrom()) && straight)) {
                best = row;
            }
        }
        return best;
    }

    /** Whether a fact names a rate that was right at some moment between two places; null where one currency needs none. */
    boolean wasRight(@Nullable FxRate said, String one, String other, LocalDate day, long from, long to) {
        if (one.equals(other)) {
            return said == null;
        }
        return said != null
                && LongStream.concat(LongStream.of(from), changes(from, to))
                        .mapToObj(position -> asOf(one, other, day, position))
                        .anyMatch(row -> row != null && isThat(row, said));
    }

    static boolean isThat(ExchangeRateSet row, FxRate said) {
        return row.getBase().equals(said.getBase())
                && row.getQuote().equals(said.getQuote())
                && row.getRate().compareTo(said.getRate()) == 0;
    }

    /** Places at which a rate was set. */
    LongStream changes(long from, long to) {
        return rows.stream().mapToLong(Facts.At::position).filter(position -> from <= position && position <= to);
    }

    /** An amount in the other currency, rounded once. */
    static BigDecimal convert(BigDecimal amount, String currency, FxRate fx, int digits) {
        return convert(amount, currency, fx.getBase(), fx.getRate(), 1, digits);
    }

    /** amount / divisor in the other currency, rounded once. */
    static BigDecimal convert(
            BigDecimal amount, String currency, String base, BigDecimal rate, int divisor, int digits) {
        boolean straight = currency.equals(base);
        var above = straight ? amount.multiply(rate) : amount;
        var below = straight ? BigDecimal.ONE : rate;
        return above.divide(below.multiply(BigDecimal.valueOf(divisor)), digits, RoundingMode.HALF_UP);
    }
}
