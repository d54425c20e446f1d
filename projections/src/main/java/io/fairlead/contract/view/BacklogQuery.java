package io.fairlead.contract.view;

import static io.fairlead.view.RollUp.CURRENCY;
import static io.fairlead.view.RollUp.amount;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.sum;

import io.fairlead.revenue.view.KnownAt;
import io.fairlead.view.CustomerMerges;
import io.fairlead.view.Page;
import io.fairlead.view.RollUp;
import java.math.BigDecimal;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Backlog (R8) by project, contract, customer or entity; read by HTTP, CLI and pages. */
public final class BacklogQuery {

    private final DSLContext db;

    public BacklogQuery(DSLContext db) {
        this.db = db;
    }

    /**
     * Figures of one key and currency, added up from contract lines.
     *
     * @param id what they were added up by; a line counts for its one project, {@code (none)} when there is none
     * @param currency ISO 4217
     * @param price agreed, else the limit; null when no line is quantified
     * @param revenue to date
     * @param netBilled to date
     * @param revenueBacklog price less revenue, per line never below 0; null when no line is quantified
     * @param billingBacklog price less net billed, per line never below 0; null when no line is quantified
     * @param overbilled net billed beyond the price; null when no line is quantified
     * @param unbilled approved, priced and not billed, inside the limits
     * @param overLimit approved, priced and over a limit, beside what is unbilled
     * @param lines contract lines
     * @param unquantifiedLines lines without price and limit
     */
    public record Backlog(
            String id,
            String currency,
            @Nullable BigDecimal price,
            BigDecimal revenue,
            BigDecimal netBilled,
            @Nullable BigDecimal revenueBacklog,
            @Nullable BigDecimal billingBacklog,
            @Nullable BigDecimal overbilled,
            BigDecimal unbilled,
            BigDecimal overLimit,
            int lines,
            int unquantifiedLines) {}

    public Page<Backlog> list(RollUp what) {
        return list(what, KnownAt.NOW);
    }

    /** The same as it was known. */
    public Page<Backlog> list(RollUp what, KnownAt at) {
        var merges = CustomerMerges.of(db);
        var id = what.id(merges);
        var unquantified = DSL.condition(field(name("unquantified"), Boolean.class));
        var rows = db.select(
                        id,
                        CURRENCY,
                        sum(amount("price_amount")),
                        sum(amount("revenue_amount")),
                        sum(amount("net_billed_amount")),
                        sum(amount("revenue_backlog_amount")),
                        sum(amount("billing_backlog_amount")),
                        sum(amount("overbilled_amount")),
                        sum(amount("unbilled_amount")),
                        sum(amount("over_limit_amount")),
                        count(),
                        count().filterWhere(unquantified))
                .from(
                        at.equals(KnownAt.NOW)
                                ? RollUp.view("backlog_line")
                                : DSL.table("bi.backlog_as_of({0}, {1})", at.dayField(), at.positionField()))
                .where(what.condition(merges))
                .groupBy(id, CURRENCY)
                .orderBy(id, CURRENCY)
                .limit(Page.oneMoreThan(what.limit()))
                .fetch(row -> new Backlog(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7(),
                        row.value8(),
                        row.value9(),
                        row.value10(),
                        row.value11(),
                        row.value12()));
        return Page.of(rows, what.limit(), row -> RollUp.cursor(row.id(), row.currency()));
    }
}
