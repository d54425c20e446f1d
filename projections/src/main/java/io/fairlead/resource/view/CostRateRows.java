package io.fairlead.resource.view;

import static io.fairlead.projection.db.Tables.COST_RATE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;

/** What an hour of a person costs on a day; reveals pay; read by the costing process. */
public final class CostRateRows {

    private final DSLContext db;

    public CostRateRows(DSLContext db) {
        this.db = db;
    }

    /** One row of a person's dated table; rate per hour. */
    public record Row(
            String costRateId,
            BigDecimal rate,
            String currency,
            LocalDate from,
            @Nullable LocalDate to,
            long position) {}

    /** Rows that hold on the day, latest {@code from} first, then latest recorded; empty means no cost rate. */
    public List<Row> on(String personId, LocalDate day) {
        return db.select(
                        COST_RATE.COST_RATE_ID,
                        COST_RATE.RATE,
                        COST_RATE.CURRENCY,
                        COST_RATE.FROM_DATE,
                        COST_RATE.TO_DATE,
                        COST_RATE.POSITION)
                .from(COST_RATE)
                .where(COST_RATE.PERSON_ID.eq(personId))
                .and(COST_RATE.FROM_DATE.le(day))
                .and(COST_RATE.TO_DATE.isNull().or(COST_RATE.TO_DATE.gt(day)))
                .orderBy(COST_RATE.FROM_DATE.desc(), COST_RATE.POSITION.desc())
                .fetch(Records.mapping(Row::new));
    }
}
