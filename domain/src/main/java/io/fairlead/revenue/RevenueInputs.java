package io.fairlead.revenue;

import io.fairlead.shared.Check;
import io.fairlead.shared.RuleViolated;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
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
 * @param earlier the same up to earlier days: those before which what was earned stays
 */
public record RevenueInputs(
        @Nullable BigDecimal cost,
        @Nullable BigDecimal estimate,
        @Nullable BigDecimal limit,
        @Nullable BigDecimal value,
        LocalDate until,
        List<RevenueInputs> earlier) {

    public RevenueInputs {
        cost = cost == null ? null : Check.amount("cost", cost);
        estimate = estimate == null ? null : Check.notNegative("estimate", estimate);
        limit = limit == null ? null : Check.notNegative("limit", limit);
        value = value == null ? null : Check.amount("value", value);
        Check.day("until", until);
        earlier = List.copyOf(earlier);
    }

    /** Of terms that keep nothing. */
    public RevenueInputs(
            @Nullable BigDecimal cost,
            @Nullable BigDecimal estimate,
            @Nullable BigDecimal limit,
            @Nullable BigDecimal value,
            LocalDate until) {
        this(cost, estimate, limit, value, until, List.of());
    }

    /** @throws RuleViolated O-02 when nobody told what was known up to the day */
    RevenueInputs before(LocalDate day) {
        return earlier.stream()
                .filter(inputs -> inputs.until().equals(day))
                .findFirst()
                .map(then -> new RevenueInputs(then.cost, then.estimate, then.limit, then.value, day, earlier))
                .orElseThrow(() -> new RuleViolated(
                        "O-02",
                        "inputs",
                        "what was known before the change of " + day + " is missing",
                        "ask again once the views have seen the change"));
    }
}
