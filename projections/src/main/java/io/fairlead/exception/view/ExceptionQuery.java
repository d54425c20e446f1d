package io.fairlead.exception.view;

import static io.fairlead.projection.db.Tables.EXCEPTION_CASE;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import io.fairlead.view.ColumnsOf;
import io.fairlead.view.CursorRefused;
import io.fairlead.view.Page;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Work queues: what stopped and who clears it; read by HTTP, CLI, pages and processes. */
public final class ExceptionQuery {

    private static final Field<?>[] CASE_COLUMNS = ColumnsOf.row(EXCEPTION_CASE, Case.class);

    private final DSLContext db;

    public ExceptionQuery(DSLContext db) {
        this.db = db;
    }

    /** One case; {@code status} is open, assigned, resolved or waived. */
    public record Case(
            String exceptionId,
            int occurrence,
            String code,
            String subjectId,
            String sentence,
            String ownerRole,
            @Nullable BigDecimal amount,
            @Nullable String currency,
            @Nullable String legalEntityId,
            OffsetDateTime raisedAt,
            OffsetDateTime dueAt,
            @Nullable String assignee,
            String status,
            @Nullable OffsetDateTime closedAt,
            @Nullable String closedBy,
            @Nullable String resolution,
            int minutesSpent) {}

    /** Which cases; null means any. */
    public record Filter(
            @Nullable String status,
            @Nullable String code,
            @Nullable String ownerRole,
            @Nullable String subjectId) {

        public static final Filter ANY = new Filter(null, null, null, null);
    }

    public Optional<Case> byId(String exceptionId) {
        return db.select(CASE_COLUMNS)
                .from(EXCEPTION_CASE)
                .where(EXCEPTION_CASE.EXCEPTION_ID.eq(exceptionId))
                .fetchOptionalInto(Case.class);
    }

    /** @param cursor from the page before; null means from the beginning */
    public Page<Case> list(Filter filter, @Nullable String cursor, int limit) {
        var rows = db.select(CASE_COLUMNS)
                .from(EXCEPTION_CASE)
                .where(condition(filter))
                .and(Page.after(EXCEPTION_CASE.EXCEPTION_ID, cursor))
                .orderBy(EXCEPTION_CASE.EXCEPTION_ID)
                .limit(Page.oneMoreThan(limit))
                .fetchInto(Case.class);
        return Page.of(rows, limit, Case::exceptionId);
    }

    /**
     * Open and assigned cases, the most money at stake first, unknown amounts last.
     *
     * @param cursor from the page before; null means from the beginning
     */
    public Page<Case> pending(@Nullable String cursor, int limit) {
        var rows = db.select(CASE_COLUMNS)
                .from(EXCEPTION_CASE)
                .where(EXCEPTION_CASE.STATUS.in("open", "assigned"))
                .and(cursor == null ? noCondition() : lessUrgent(cursor))
                .orderBy(EXCEPTION_CASE.AMOUNT.desc().nullsLast(), EXCEPTION_CASE.DUE_AT, EXCEPTION_CASE.EXCEPTION_ID)
                .limit(Page.oneMoreThan(limit))
                .fetchInto(Case.class);
        return Page.of(rows, limit, Case::exceptionId);
    }

    /** Behind a case in that order; one that was closed since the page before keeps its place. */
    private Condition lessUrgent(String cursor) {
        var last = byId(cursor).orElseThrow(() -> new CursorRefused(null));
        var e = EXCEPTION_CASE;
        var sameAmount = row(e.DUE_AT, e.EXCEPTION_ID).gt(last.dueAt(), last.exceptionId());
        var amount = last.amount();
        return amount == null
                ? e.AMOUNT.isNull().and(sameAmount)
                : e.AMOUNT
                        .lt(amount)
                        .or(e.AMOUNT.isNull())
                        .or(e.AMOUNT.eq(amount).and(sameAmount));
    }

    /** Ids of open and assigned cases of these codes, in their order. */
    public List<String> pendingIds(List<String> codes, int limit) {
        return db.select(EXCEPTION_CASE.EXCEPTION_ID)
                .from(EXCEPTION_CASE)
                .where(EXCEPTION_CASE.STATUS.in("open", "assigned"))
                .and(EXCEPTION_CASE.CODE.in(codes))
                .orderBy(EXCEPTION_CASE.EXCEPTION_ID)
                .limit(limit)
                .fetchInto(String.class);
    }

    private static Condition condition(Filter filter) {
        return only(EXCEPTION_CASE.STATUS, filter.status)
                .and(only(EXCEPTION_CASE.CODE, filter.code))
                .and(only(EXCEPTION_CASE.OWNER_ROLE, filter.ownerRole))
                .and(only(EXCEPTION_CASE.SUBJECT_ID, filter.subjectId));
    }

    private static Condition only(Field<String> field, @Nullable String value) {
        return value == null ? noCondition() : field.eq(value);
    }
}
