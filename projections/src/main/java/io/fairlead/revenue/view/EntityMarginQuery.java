package io.fairlead.revenue.view;

import static io.fairlead.view.RollUp.CURRENCY;
import static io.fairlead.view.RollUp.amount;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.sum;

import io.fairlead.view.CustomerMerges;
import io.fairlead.view.Page;
import io.fairlead.view.RollUp;
import java.math.BigDecimal;
import org.jooq.DSLContext;

/**
 * Margin of contracts in other currencies than their seller's, in that one: revenue as billed at the booking rate, cost at
 * the rate of the work date (R10, R13); reveals cost; read by HTTP.
 */
public final class EntityMarginQuery {

    private final DSLContext db;

    public EntityMarginQuery(DSLContext db) {
        this.db = db;
    }

    /** Figures to date of one key and book currency. */
    public Page<MarginQuery.Margin> list(RollUp what) {
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
                .from(RollUp.view("margin_in_entity_currency"))
                .where(what.condition(merges))
                .groupBy(id, CURRENCY)
                .orderBy(id, CURRENCY)
                .limit(Page.oneMoreThan(what.limit()))
                .fetch(row -> new MarginQuery.Margin(
                        row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6()));
        return Page.of(rows, what.limit(), row -> RollUp.cursor(row.id(), row.currency()));
    }
}
