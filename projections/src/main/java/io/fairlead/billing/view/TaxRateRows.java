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
            @Nullable LocalDate to) {}

    /** Rows of all codes that hold on the day, by code, latest {@code from} first. */
    public List<Row> on(String legalEntityId, LocalDate taxPoint) {
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
                .and(TAX_RATE.FROM_DATE.le(taxPoint))
                .and(TAX_RATE.TO_DATE.isNull().or(TAX_RATE.TO_DATE.gt(taxPoint)))
                .orderBy(TAX_RATE.CODE, TAX_RATE.FROM_DATE.desc(), TAX_RATE.POSITION.desc())
                .fetch(Records.mapping(Row::new));
    }
}
