package io.fairlead.revenue;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Terms of an obligation as they hold: what {@link RevenueToDate} works with.
 *
 * @param method when it is earned
 * @param byReport whether PERCENT_COMPLETE counts reported progress until an estimate is given
 * @param withinLimit whether revenue as incurred stops at the limit
 * @param price null means unquantified
 * @param from first day that still earns: of the term, or of the last prospective change
 * @param to first day after the term; null means open
 * @param keptAmount earned before the last prospective change, else 0
 * @param keptCost cost that earned it, else 0
 * @param currency of the contract
 */
public record RevenueTerms(
        RevenueMethod method,
        boolean byReport,
        boolean withinLimit,
        @Nullable BigDecimal price,
        LocalDate from,
        @Nullable LocalDate to,
        BigDecimal keptAmount,
        BigDecimal keptCost,
        CurrencyUnit currency) {

    /** From one end of the term to the other, nothing kept. */
    public static RevenueTerms of(
            RevenueMethod method, @Nullable BigDecimal price, LocalDate from, @Nullable LocalDate to, String currency) {
        return new RevenueTerms(
                method, false, true, price, from, to, BigDecimal.ZERO, BigDecimal.ZERO, CurrencyUnit.of(currency));
    }
}
