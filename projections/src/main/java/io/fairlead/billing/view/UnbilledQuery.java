package io.fairlead.billing.view;

import static io.fairlead.view.RollUp.CURRENCY;
import static io.fairlead.view.RollUp.amount;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.sum;

import io.fairlead.revenue.view.KnownAt;
import io.fairlead.view.CustomerMerges;
import io.fairlead.view.Page;
import io.fairlead.view.RollUp;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Unbilled work with its age, by project, contract, customer or entity; read by HTTP, CLI and pages. */
public final class UnbilledQuery {

    private static final Field<LocalDate> SERVICE_DATE = field(name("service_date"), LocalDate.class);
    private static final Field<BigDecimal> UNBILLED = amount("ready_amount").plus(amount("drafted_amount"));

    private final DSLContext db;

    public UnbilledQuery(DSLContext db) {
        this.db = db;
    }

    /**
     * Figures of one key and currency.
     *
     * @param id what they were added up by
     * @param currency ISO 4217
     * @param ready inside the limits, on no draft
     * @param drafted on a draft
     * @param unbilled both
     * @param overLimit approved and over a limit, beside what is unbilled
     * @param oldestServiceDate oldest day of work or acceptance
     * @param sources time entries and billing items
     * @param seconds unbilled time
     * @param to30 unbilled up to 30 days after the service
     * @param to60 31 to 60 days
     * @param to90 61 to 90 days
     * @param over90 more than 90 days
     */
    public record Unbilled(
            String id,
            String currency,
            BigDecimal ready,
            BigDecimal drafted,
            BigDecimal unbilled,
            BigDecimal overLimit,
            LocalDate oldestServiceDate,
            int sources,
            long seconds,
            BigDecimal to30,
            BigDecimal to60,
            BigDecimal to90,
            BigDecimal over90) {}

    /** @param asOf day from which the age is counted back */
    public Page<Unbilled> list(RollUp what, LocalDate asOf) {
        return list(what, asOf, KnownAt.NOW);
    }

    /** The same as it was known. */
    public Page<Unbilled> list(RollUp what, LocalDate asOf, KnownAt at) {
        var merges = CustomerMerges.of(db);
        var id = what.id(merges);
        var rows = db.select(
                        id,
                        CURRENCY,
                        sum(amount("ready_amount")),
                        sum(amount("drafted_amount")),
                        sum(UNBILLED),
                        sum(amount("over_limit_amount")),
                        min(SERVICE_DATE),
                        count(),
                        sum(field(name("unbilled_seconds"), Integer.class)).cast(Long.class),
                        aged(SERVICE_DATE.ge(asOf.minusDays(30))),
                        aged(SERVICE_DATE.between(asOf.minusDays(60), asOf.minusDays(31))),
                        aged(SERVICE_DATE.between(asOf.minusDays(90), asOf.minusDays(61))),
                        aged(SERVICE_DATE.lt(asOf.minusDays(90))))
                .from(
                        at.equals(KnownAt.NOW)
                                ? RollUp.view("unbilled_source")
                                : DSL.table("bi.unbilled_as_of({0}, {1})", at.dayField(), at.positionField()))
                .where(what.condition(merges))
                .groupBy(id, CURRENCY)
                .orderBy(id, CURRENCY)
                .limit(Page.oneMoreThan(what.limit()))
                .fetch(row -> new Unbilled(
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
                        row.value12(),
                        row.value13()));
        return Page.of(rows, what.limit(), row -> RollUp.cursor(row.id(), row.currency()));
    }

    private static Field<BigDecimal> aged(Condition age) {
        return coalesce(sum(UNBILLED).filterWhere(age), inline(BigDecimal.ZERO.setScale(4)));
    }
}
