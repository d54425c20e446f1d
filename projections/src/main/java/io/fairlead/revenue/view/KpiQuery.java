package io.fairlead.revenue.view;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Key figures of a period (R11, R9), each with its variant; read by HTTP and pages. */
public final class KpiQuery {

    private final DSLContext db;

    public KpiQuery(DSLContext db) {
        this.db = db;
    }

    /**
     * One figure.
     *
     * @param kpi its name, for example days_sales_outstanding
     * @param variant how it was worked out
     * @param entityId legal-entity:<code>; {@code (none)} when it concerns none
     * @param currency ISO 4217; null when it is no money
     * @param numerator null where it is no quotient
     * @param denominator null where it is no quotient
     * @param value null when there is nothing to divide by
     * @param unit days, hours, minutes, or ratio of 0 to 1
     */
    public record Kpi(
            String kpi,
            String variant,
            String entityId,
            @Nullable String currency,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal value,
            String unit) {}

    /**
     * @param from first day of the period
     * @param to first day after it
     * @param asOf day on which work counts as billed or not
     * @param position of the last event known; null means now
     * @param entityId only this legal-entity:<code>; null means all
     */
    public List<Kpi> list(
            LocalDate from, LocalDate to, LocalDate asOf, @Nullable Long position, @Nullable String entityId) {
        var entity = field(name("entity_id"), String.class);
        var kpi = field(name("kpi"), String.class);
        var variant = field(name("variant"), String.class);
        var currency = field(name("currency"), String.class);
        return db.select(
                        kpi,
                        variant,
                        entity,
                        currency,
                        field(name("numerator"), BigDecimal.class),
                        field(name("denominator"), BigDecimal.class),
                        field(name("value"), BigDecimal.class),
                        field(name("unit"), String.class))
                .from(DSL.table(
                        "bi.kpi({0}, {1}, {2}, {3})",
                        DSL.val(from), DSL.val(to), DSL.val(asOf), new KnownAt(null, position).positionField()))
                .where(entityId == null ? DSL.noCondition() : entity.eq(entityId))
                .orderBy(kpi, variant, entity, currency)
                .fetch(Records.mapping(Kpi::new));
    }
}
