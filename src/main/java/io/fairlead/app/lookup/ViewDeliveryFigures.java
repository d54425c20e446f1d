package io.fairlead.app.lookup;

import io.fairlead.revenue.api.DeliveryFigures;
import io.fairlead.revenue.view.KpiQuery.Kpi;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** How deliveries to outside systems fare, from the gateway's own table. */
public final class ViewDeliveryFigures implements DeliveryFigures {

    private static final int DIGITS = 4;

    private static final String COUNTS = """
            select count(*) filter (where state = 'PARKED'), count(*) from gateway.delivery
            where created_at >= {0} and created_at < {1}""";

    private final DSLContext database;

    public ViewDeliveryFigures(DSLContext database) {
        this.database = database;
    }

    @Override
    public Kpi failureRate(LocalDate from, LocalDate to) {
        var row = Objects.requireNonNull(database.fetchOne(COUNTS, DSL.val(from), DSL.val(to)));
        var parked = row.get(0, BigDecimal.class);
        var all = row.get(1, BigDecimal.class);
        return new Kpi(
                "integration_failure_rate",
                "parked deliveries / deliveries",
                "(none)",
                null,
                parked,
                all,
                ratio(parked, all),
                "ratio");
    }

    private static @Nullable BigDecimal ratio(BigDecimal part, BigDecimal all) {
        return all.signum() == 0 ? null : part.divide(all, DIGITS, RoundingMode.HALF_UP);
    }
}
