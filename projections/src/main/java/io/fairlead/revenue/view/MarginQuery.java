package io.fairlead.revenue.view;

import static io.fairlead.view.RollUp.CURRENCY;
import static io.fairlead.view.RollUp.amount;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.sum;

import io.fairlead.view.CustomerMerges;
import io.fairlead.view.Page;
import io.fairlead.view.RollUp;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Margin (R10) by project, contract, customer or entity; reveals cost; read by HTTP, CLI and pages. */
public final class MarginQuery {

    private static final Field<LocalDate> ACCOUNTING_DATE = field(name("accounting_date"), LocalDate.class);

    private final DSLContext db;

    public MarginQuery(DSLContext db) {
        this.db = db;
    }

    /**
     * Figures of one key and currency.
     *
     * @param id what they were added up by
     * @param currency ISO 4217
     * @param revenue of the period
     * @param cost of the period
     * @param margin revenue less cost
     * @param ratio margin over revenue; null when revenue is 0
     */
    public record Margin(
            String id,
            String currency,
            BigDecimal revenue,
            BigDecimal cost,
            BigDecimal margin,
            @Nullable BigDecimal ratio) {}

    /**
     * @param from first accounting date, inclusive; null means from the beginning
     * @param to first accounting date after the period; null means open
     */
    public Page<Margin> list(RollUp what, @Nullable LocalDate from, @Nullable LocalDate to) {
        return list(what, from, to, KnownAt.NOW);
    }

    /**
     * The same as it was known.
     *
     * @param from first accounting date, inclusive; null means from the beginning
     * @param to first accounting date after the period; null means open
     */
    public Page<Margin> list(RollUp what, @Nullable LocalDate from, @Nullable LocalDate to, KnownAt at) {
        var merges = CustomerMerges.of(db);
        var id = what.id(merges);
        var revenue = sum(amount("revenue_amount"));
        var cost = sum(amount("cost_amount"));
        var rows = db.select(
                        id,
                        CURRENCY,
                        revenue,
                        cost,
                        revenue.minus(cost),
                        revenue.minus(cost).div(nullif(revenue, BigDecimal.ZERO)))
                .from(DSL.table("bi.margin_as_of({0}, {1})", at.dayField(), at.positionField()))
                .where(what.condition(merges))
                .and(from == null ? DSL.noCondition() : ACCOUNTING_DATE.ge(from))
                .and(to == null ? DSL.noCondition() : ACCOUNTING_DATE.lt(to))
                .groupBy(id, CURRENCY)
                .orderBy(id, CURRENCY)
                .limit(Page.oneMoreThan(what.limit()))
                .fetch(row ->
                        new Margin(row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6()));
        return Page.of(rows, what.limit(), row -> RollUp.cursor(row.id(), row.currency()));
    }
}
