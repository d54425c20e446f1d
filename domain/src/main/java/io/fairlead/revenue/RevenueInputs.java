package io.fairlead.revenue;

import io.fairlead.shared.Check;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What revenue to date is worked out from, besides the obligation's own terms.
 *
 * @param cost to date, >= 0; null where the method does not ask
 * @param estimate at completion, >= 0; null where none was given
 * @param limit most that may be billed; null means no limit
 * @param value to date that the method counts: billed, approved less write-offs, accepted, or earned by reported
 *     progress; null where the method does not ask
 * @param until first day after the last day counted
 */
public record RevenueInputs(
        @Nullable BigDecimal cost,
        @Nullable BigDecimal estimate,
        @Nullable BigDecimal limit,
        @Nullable BigDecimal value,
        LocalDate until) {

    public RevenueInputs {
        cost = cost == null ? null : Check.amount("cost", cost);
        estimate = estimate == null ? null : Check.notNegative("estimate", estimate);
        limit = limit == null ? null : Check.notNegative("limit", limit);
        value = value == null ? null : Check.amount("value", value);
        Check.day("until", until);
    }
}
