package io.fairlead.time.view;

import static io.fairlead.projection.db.Tables.TIME_ENTRY;
import static io.fairlead.projection.db.Tables.TIME_RATE_PROPOSAL;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.noCondition;

import io.fairlead.view.Page;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Rates proposed for single time entries; read by HTTP, for whoever accepts them. */
public final class TimeRateProposalQuery {

    /** The status of proposals that wait for a second person. */
    public static final String OPEN = "open";

    private final DSLContext db;

    public TimeRateProposalQuery(DSLContext db) {
        this.db = db;
    }

    /**
     * The last proposal of one entry, with the time that it is for.
     *
     * @param rate asked for, per hour
     * @param status open or accepted
     * @param approvedBy null while it is open
     * @param approvedAt null while it is open
     */
    public record RateProposal(
            String timeEntryId,
            String personId,
            String projectId,
            String contractId,
            String customerId,
            String legalEntityId,
            LocalDate workDate,
            int seconds,
            BigDecimal rate,
            String currency,
            String reason,
            String proposedBy,
            OffsetDateTime proposedAt,
            String status,
            @Nullable String approvedBy,
            @Nullable OffsetDateTime approvedAt) {}

    /** Which proposals; null means any. */
    public record Filter(
            @Nullable String projectId,
            @Nullable String personId,
            @Nullable String status,
            @Nullable String legalEntityId) {

        private Condition condition() {
            return only(TIME_ENTRY.PROJECT_ID, projectId)
                    .and(only(TIME_ENTRY.PERSON_ID, personId))
                    .and(only(TIME_RATE_PROPOSAL.STATUS, status))
                    .and(only(TIME_RATE_PROPOSAL.LEGAL_ENTITY_ID, legalEntityId));
        }

        private static Condition only(Field<String> field, @Nullable String value) {
            return value == null ? noCondition() : field.eq(value);
        }
    }

    /** @param cursor from the page before; null means from the beginning */
    public Page<RateProposal> list(Filter filter, @Nullable String cursor, int limit) {
        var p = TIME_RATE_PROPOSAL;
        var e = TIME_ENTRY;
        var rows = db.select(
                        p.TIME_ENTRY_ID,
                        e.PERSON_ID,
                        e.PROJECT_ID,
                        e.CONTRACT_ID,
                        e.CUSTOMER_ID,
                        p.LEGAL_ENTITY_ID,
                        e.WORK_DATE,
                        e.SECONDS,
                        p.RATE,
                        p.CURRENCY,
                        p.REASON,
                        p.PROPOSED_BY,
                        p.PROPOSED_AT,
                        p.STATUS,
                        p.APPROVED_BY,
                        p.APPROVED_AT)
                .from(p)
                .join(e)
                .on(e.TIME_ENTRY_ID.eq(p.TIME_ENTRY_ID))
                .where(filter.condition())
                .and(Page.after(p.TIME_ENTRY_ID, cursor))
                .orderBy(p.TIME_ENTRY_ID)
                .limit(Page.oneMoreThan(limit))
                .fetch(mapping(RateProposal::new));
        return Page.of(rows, limit, RateProposal::timeEntryId);
    }
}
