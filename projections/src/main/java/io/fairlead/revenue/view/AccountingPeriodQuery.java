package io.fairlead.revenue.view;

import static io.fairlead.projection.db.Tables.ACCOUNTING_PERIOD;

import io.fairlead.projection.db.tables.records.AccountingPeriodRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The periods of a company's books; read by HTTP, CLI and whoever dates facts. */
public final class AccountingPeriodQuery {

    private final DSLContext db;

    public AccountingPeriodQuery(DSLContext db) {
        this.db = db;
    }

    /**
     * One period.
     *
     * @param to first day after it; null means no day follows
     * @param status open or closed
     * @param closes how often it was closed
     * @param closeId key of the last close; null before
     */
    public record Period(
            String legalEntityId,
            String period,
            LocalDate from,
            @Nullable LocalDate to,
            String status,
            int closes,
            @Nullable String closeId,
            @Nullable String closedBy,
            @Nullable Instant closedAt) {}

    /** All of a company, earliest first. */
    public List<Period> of(String legalEntityId) {
        return db.selectFrom(ACCOUNTING_PERIOD)
                .where(ACCOUNTING_PERIOD.LEGAL_ENTITY_ID.eq(legalEntityId))
                .orderBy(ACCOUNTING_PERIOD.FROM_DATE)
                .fetch(AccountingPeriodQuery::period);
    }

    /** One of a company. */
    public Optional<Period> find(String legalEntityId, String period) {
        return db.selectFrom(ACCOUNTING_PERIOD)
                .where(ACCOUNTING_PERIOD.LEGAL_ENTITY_ID.eq(legalEntityId))
                .and(ACCOUNTING_PERIOD.PERIOD.eq(period))
                .fetchOptional(AccountingPeriodQuery::period);
    }

    private static Period period(AccountingPeriodRecord row) {
        return new Period(
                row.getLegalEntityId(),
                row.getPeriod(),
                row.getFromDate(),
                row.getToDate(),
                row.getStatus(),
                row.getCloseCount(),
                row.getCloseId(),
                row.getClosedBy(),
                instant(row.getClosedAt()));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
