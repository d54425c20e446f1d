package io.fairlead.resource.view;

import static io.fairlead.projection.db.Tables.COST_RATE;
import static io.fairlead.projection.db.Tables.TRANSFER_RATE;

import io.fairlead.view.KeyedRows;
import io.fairlead.view.Page;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** What an hour of people costs their company, and what another one pays for it; read by HTTP. */
public final class LabourRateQuery {

    private static final Pattern ANY_NAME = Pattern.compile(".+");

    private final DSLContext db;

    public LabourRateQuery(DSLContext db) {
        this.db = db;
    }

    /** What an hour of a person costs; null means open. */
    public record CostRate(
            String costRateId,
            LocalDate fromDate,
            @Nullable LocalDate toDate,
            BigDecimal rate,
            String currency,
            String reason) {}

    /** What one company pays another for an hour of a person that it borrows; no role means every one without a row. */
    public record TransferRate(
            String transferRateId,
            String employerId,
            String sellerId,
            @Nullable String role,
            LocalDate fromDate,
            @Nullable LocalDate toDate,
            BigDecimal rate,
            String currency,
            String reason) {}

    /** Of a person, by first day. */
    public Page<CostRate> costRates(String personId, @Nullable String cursor, int limit) {
        var key = COST_RATE.FROM_DATE.cast(SQLDataType.CLOB).concat("/").concat(COST_RATE.COST_RATE_ID);
        return new KeyedRows<>(COST_RATE, CostRate.class, key, KeyedRows.BY_DAY)
                .page(db, COST_RATE.PERSON_ID.eq(personId), cursor, limit);
    }

    /** Of a company that lends, by row. */
    public Page<TransferRate> transferRates(String employerId, @Nullable String cursor, int limit) {
        return new KeyedRows<>(TRANSFER_RATE, TransferRate.class, TRANSFER_RATE.TRANSFER_RATE_ID, ANY_NAME)
                .page(db, TRANSFER_RATE.EMPLOYER_ID.eq(employerId), cursor, limit);
    }
}
