package io.fairlead.time.view;

import static io.fairlead.projection.db.Tables.COST_MOVEMENT;
import static io.fairlead.projection.db.Tables.TIME_ENTRY;
import static io.fairlead.projection.db.Tables.TIME_ENTRY_STATUS;
import static org.jooq.impl.DSL.noCondition;

import io.fairlead.view.ColumnsOf;
import io.fairlead.view.Page;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** Time entries as they stand; read by HTTP, CLI and the batch approval. */
public final class TimeEntryQuery {

    private static final Field<?>[] ENTRY_COLUMNS = ColumnsOf.row(TIME_ENTRY, Entry.class);

    private final DSLContext db;

    public TimeEntryQuery(DSLContext db) {
        this.db = db;
    }

    /** One time entry; fields as the table's columns, null before the step that sets them. */
    public record Entry(
            String timeEntryId,
            String source,
            String sourceId,
            String personId,
            String projectId,
            String contractId,
            String customerId,
            String legalEntityId,
            int lineNo,
            @Nullable String taskId,
            @Nullable String workType,
            @Nullable OffsetDateTime startAt,
            String zone,
            LocalDate workDate,
            int seconds,
            String timeClass,
            @Nullable String note,
            String author,
            int version,
            String status,
            @Nullable OffsetDateTime submittedAt,
            @Nullable String approvedBy,
            @Nullable OffsetDateTime approvedAt,
            @Nullable String rejection,
            @Nullable BigDecimal rate,
            @Nullable BigDecimal amount,
            @Nullable String currency,
            @Nullable String invoiceId,
            @Nullable String invoiceNumber,
            int unbilledSeconds,
            int draftedSeconds,
            int invoicedSeconds,
            int writtenOffSeconds,
            @Nullable Integer proposedSeconds,
            @Nullable String changeAsked,
            boolean inDoubt,
            @Nullable LocalDate deferredUntil,
            @Nullable String deferredBecause,
            @Nullable BigDecimal ownRate,
            @Nullable String movedTo,
            @Nullable String movedFrom,
            @Nullable String overlapped) {}

    /** Which entries; null means any. */
    public record Filter(
            @Nullable String projectId,
            @Nullable String personId,
            @Nullable String status,
            @Nullable String legalEntityId) {

        public static final Filter ANY = new Filter(null, null, null, null);

        private Condition condition() {
            return only(TIME_ENTRY.PROJECT_ID, projectId)
                    .and(only(TIME_ENTRY.PERSON_ID, personId))
                    .and(only(TIME_ENTRY_STATUS.STATUS, status))
                    .and(only(TIME_ENTRY.LEGAL_ENTITY_ID, legalEntityId));
        }

        /** The column that pages go by: with a status its narrow table leads, so that no page passes over the others. */
        private Field<String> id() {
            return status == null ? TIME_ENTRY.TIME_ENTRY_ID : TIME_ENTRY_STATUS.TIME_ENTRY_ID;
        }

        private Table<?> tables() {
            return status == null
                    ? TIME_ENTRY
                    : TIME_ENTRY_STATUS
                            .join(TIME_ENTRY)
                            .on(TIME_ENTRY.TIME_ENTRY_ID.eq(TIME_ENTRY_STATUS.TIME_ENTRY_ID));
        }
    }

    public Optional<Entry> byId(String timeEntryId) {
        return db.select(ENTRY_COLUMNS)
                .from(TIME_ENTRY)
                .where(TIME_ENTRY.TIME_ENTRY_ID.eq(timeEntryId))
                .fetchOptionalInto(Entry.class);
    }

    /** @param cursor from the page before; null means from the beginning */
    public Page<Entry> list(Filter filter, @Nullable String cursor, int limit) {
        var rows = db.select(ENTRY_COLUMNS)
                .from(filter.tables())
                .where(filter.condition())
                .and(Page.after(filter.id(), cursor))
                .orderBy(filter.id())
                .limit(Page.oneMoreThan(limit))
                .fetchInto(Entry.class);
        return Page.of(rows, limit, Entry::timeEntryId);
    }

    /**
     * Ids alone, for work on many entries.
     *
     * @param after the last id of the former call; null means from the beginning
     * @param limit most ids told, 1 or more
     */
    public List<String> ids(Filter filter, @Nullable String after, int limit) {
        return db.select(filter.id())
                .from(filter.tables())
                .where(filter.condition())
                .and(after == null ? noCondition() : filter.id().gt(after))
                .orderBy(filter.id())
                .limit(limit)
                .fetch(filter.id());
    }

    /** What an entry cost, in the contract's currency; reveals pay. Empty before it was costed. */
    public Optional<BigDecimal> cost(String timeEntryId) {
        return db.select(org.jooq.impl.DSL.sum(COST_MOVEMENT.COST_AMOUNT))
                .from(COST_MOVEMENT)
                .where(COST_MOVEMENT.TIME_ENTRY_ID.eq(timeEntryId))
                .fetchOptional()
                .map(org.jooq.Record1::value1);
    }

    private static Condition only(Field<String> field, @Nullable String value) {
        return value == null ? noCondition() : field.eq(value);
    }
}
