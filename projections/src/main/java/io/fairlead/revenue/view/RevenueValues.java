package io.fairlead.revenue.view;

import static io.fairlead.projection.db.Tables.COST_MOVEMENT;
import static io.fairlead.projection.db.Tables.ESTIMATE;
import static io.fairlead.projection.db.Tables.LIMIT_CHANGE;
import static io.fairlead.projection.db.Tables.OBLIGATION;
import static io.fairlead.projection.db.Tables.TIME_ENTRY;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Cost, estimate, limit and value of contract lines before a day; read by whoever works out revenue to date. */
public final class RevenueValues {

    private final Map<String, BigDecimal> costs = new HashMap<>();
    private final Map<String, BigDecimal> estimates = new HashMap<>();
    private final Map<String, @Nullable BigDecimal> limits = new HashMap<>();
    private final Map<String, BigDecimal> values = new HashMap<>();

    private RevenueValues() {}

    /**
     * Of the lines of some obligations.
     *
     * @param which obligations
     * @param until first day that does not count
     */
    public static RevenueValues before(DSLContext db, Condition which, LocalDate until) {
        var found = new RevenueValues();
        var contracts = select(OBLIGATION.CONTRACT_ID).from(OBLIGATION).where(which);
        var cost = COST_MOVEMENT;
        var costLine = coalesce(cost.LINE_NO, TIME_ENTRY.LINE_NO, DSL.inline(1));
        // Of people whom another company employs, what the seller pays for them.
        db.select(cost.CONTRACT_ID, costLine, sum(coalesce(cost.TRANSFER_AMOUNT, cost.COST_AMOUNT)))
                .from(cost)
                .leftJoin(TIME_ENTRY)
                .on(TIME_ENTRY.TIME_ENTRY_ID.eq(cost.TIME_ENTRY_ID))
                .where(cost.CONTRACT_ID.in(contracts))
                .and(cost.ACCOUNTING_DATE.lt(until))
                .groupBy(cost.CONTRACT_ID, costLine)
                .forEach(row -> found.costs.put(key(row.value1(), row.value2()), row.value3()));
        // The last estimate of each project counts; a line's projects add up.
        var estimate = ESTIMATE;
        db.select(estimate.CONTRACT_ID, estimate.LINE_NO, estimate.PROJECT_ID, estimate.ESTIMATE_AMOUNT)
                .distinctOn(estimate.CONTRACT_ID, estimate.LINE_NO, estimate.PROJECT_ID)
                .from(estimate)
                .where(estimate.CONTRACT_ID.in(contracts))
                .and(estimate.AS_OF.lt(until))
                .orderBy(
                        estimate.CONTRACT_ID,
                        estimate.LINE_NO,
                        estimate.PROJECT_ID,
                        estimate.AS_OF.desc(),
                        estimate.POSITION.desc())
                .forEach(row -> found.estimates.merge(key(row.value1(), row.value2()), row.value4(), BigDecimal::add));
        var limit = LIMIT_CHANGE;
        db.select(limit.CONTRACT_ID, limit.LINE_NO, limit.LIMIT_AMOUNT)
                .distinctOn(limit.CONTRACT_ID, limit.LINE_NO)
                .from(limit)
                .where(limit.CONTRACT_ID.in(contracts))
                .and(limit.ACCOUNTING_DATE.lt(until))
                .orderBy(limit.CONTRACT_ID, limit.LINE_NO, limit.ACCOUNTING_DATE.desc(), limit.POSITION.desc())
                .forEach(row -> found.limits.put(key(row.value1(), row.value2()), row.value3()));
        found.readValues(db, which, until);
        return found;
    }

    private void readValues(DSLContext db, Condition which, LocalDate until) {
        var contract = field(name("contract_id"), String.class);
        var line = field(name("line_no"), Integer.class);
        var amount = sum(field(name("revenue_amount"), BigDecimal.class));
        db.select(contract, line, amount)
                .from(DSL.table("bi.revenue_as_of({0}, {1})", DSL.val(until.minusDays(1)), DSL.val(Long.MAX_VALUE)))
                .where(contract.in(
                        select(OBLIGATION.CONTRACT_ID).from(OBLIGATION).where(which)))
                .groupBy(contract, line)
                .forEach(row -> values.put(key(row.value1(), row.value2()), row.value3()));
    }

    /** Cost of the lines; 0 when there is none. */
    public BigDecimal cost(String contractId, List<Integer> lines) {
        return total(costs, contractId, lines);
    }

    /** Estimate of the lines; null when one of them has none. */
    public @Nullable BigDecimal estimate(String contractId, List<Integer> lines) {
        return lines.stream().allMatch(line -> estimates.containsKey(key(contractId, line)))
                ? total(estimates, contractId, lines)
                : null;
    }

    /** Limit of the lines together; null when one of them has none. */
    public @Nullable BigDecimal limit(String contractId, List<Integer> lines) {
        var all = BigDecimal.ZERO;
        for (var line : lines) {
            var limit = limits.get(key(contractId, line));
            if (limit == null) {
                return null;
            }
            all = all.add(limit);
        }
        return all;
    }

    /** Value of the lines by their method, inside their limits. */
    public BigDecimal value(String contractId, List<Integer> lines) {
        return total(values, contractId, lines);
    }

    private static BigDecimal total(Map<String, BigDecimal> amounts, String contractId, List<Integer> lines) {
        return lines.stream()
                .map(line -> amounts.getOrDefault(key(contractId, line), BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String key(String contractId, Integer lineNo) {
        return contractId + "#" + lineNo;
    }
}
