package io.fairlead.billing.view;

import static io.fairlead.projection.db.Tables.TAX_RATE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;

/** Tax rates of a company on a day; read by the approval of invoices. */
public final class TaxRateRows {

    private final DSLContext db;

    public TaxRateRows(DSLContext db) {
        this.db = db;
    }

    /** One dated rate, part of the net, 0..1; the code is the category where the tax has no other name. */
    public record Row(
            String code,
            @Nullable String region,
            String category,
            BigDecimal rate,
            String source,
            LocalDate from,
            @Nullable LocalDate to) {

        /** Whether it is in force on the day. */
        public boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && (to == null || day.isBefore(to));
        }
    }

    /** Rows of all codes that hold on some day from the first to the last, by code, latest {@code from} first. */
    public List<Row> between(String legalEntityId, LocalDate first, LocalDate last) {
        return db.select(
                        TAX_RATE.CODE,
                        TAX_RATE.REGION,
                        TAX_RATE.CATEGORY,
                        TAX_RATE.RATE,
                        TAX_RATE.SOURCE,
                        TAX_RATE.FROM_DATE,
                        TAX_RATE.TO_DATE)
                .from(TAX_RATE)
                .where(TAX_RATE.LEGAL_ENTITY_ID.eq(legalEntityId))
                .and(TAX_RATE.FROM_DATE.le(last))
                .and(TAX_RATE.TO_DATE.isNull().or(TAX_RATE.TO_DATE.gt(first)))
                .orderBy(TAX_RATE.CODE, TAX_RATE.FROM_DATE.desc(), TAX_RATE.POSITION.desc())
                .fetch(Records.mapping(Row::new));
    }
}
