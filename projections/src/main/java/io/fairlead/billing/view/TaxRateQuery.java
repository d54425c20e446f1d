package io.fairlead.billing.view;

import static io.fairlead.projection.db.Tables.TAX_RATE;

import io.fairlead.view.KeyedRows;
import io.fairlead.view.Page;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Dated tax rates of companies; read by HTTP and CLI. */
public final class TaxRateQuery {

    private static final Pattern FORM = Pattern.compile("legal-entity:[^/]+/.+@\\d{4}-\\d{2}-\\d{2}");

    private final DSLContext db;

    public TaxRateQuery(DSLContext db) {
        this.db = db;
    }

    /** A rate for a period: 0.19 is 19 %. The code is the category unless lines bear several taxes. */
    public record TaxRate(
            String legalEntityId,
            String category,
            String code,
            @Nullable String region,
            LocalDate fromDate,
            @Nullable LocalDate toDate,
            BigDecimal rate,
            String source) {}

    /**
     * Rows by company, code and first day.
     *
     * @param legalEntityId null means all
     */
    public Page<TaxRate> list(@Nullable String legalEntityId, @Nullable String cursor, int limit) {
        var r = TAX_RATE;
        var key = r.LEGAL_ENTITY_ID.concat("/").concat(r.CODE).concat("@").concat(r.FROM_DATE.cast(SQLDataType.CLOB));
        return new KeyedRows<>(r, TaxRate.class, key, FORM)
                .page(db, KeyedRows.only(r.LEGAL_ENTITY_ID, legalEntityId), cursor, limit);
    }
}
