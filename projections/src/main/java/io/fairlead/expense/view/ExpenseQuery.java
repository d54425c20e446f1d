package io.fairlead.expense.view;

import static io.fairlead.projection.db.Tables.EXPENSE;
import static org.jooq.impl.DSL.noCondition;

import io.fairlead.view.ColumnsOf;
import io.fairlead.view.Page;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Expenses as they stand; read by HTTP. */
public final class ExpenseQuery {

    private static final Field<?>[] EXPENSE_COLUMNS = ColumnsOf.row(EXPENSE, ExpenseRow.class);

    private final DSLContext db;

    public ExpenseQuery(DSLContext db) {
        this.db = db;
    }

    /** One expense; fields as the table's columns, null before the step that sets them. */
    public record ExpenseRow(
            String expenseId,
            String source,
            String sourceId,
            String personId,
            String projectId,
            String contractId,
            int lineNo,
            String category,
            LocalDate spentOn,
            BigDecimal amount,
            BigDecimal tax,
            BigDecimal recoverableTax,
            String currency,
            boolean billable,
            boolean disbursement,
            @Nullable String receiptReference,
            @Nullable String receiptHash,
            @Nullable String note,
            String author,
            int version,
            String status,
            @Nullable String approvedBy,
            @Nullable OffsetDateTime approvedAt,
            @Nullable String rejection,
            @Nullable BigDecimal exchangeRate,
            @Nullable BigDecimal cost,
            @Nullable BigDecimal markUp,
            @Nullable BigDecimal billedPrice,
            @Nullable String contractCurrency,
            @Nullable LocalDate deferredUntil,
            @Nullable String invoiceId,
            @Nullable String invoiceNumber,
            @Nullable BigDecimal refundedAmount,
            @Nullable BigDecimal proposedCredit,
            @Nullable String withdrawal,
            @Nullable String movedFrom,
            @Nullable String movedTo) {}

    /** Which expenses; null means any. */
    public record Filter(
            @Nullable String projectId,
            @Nullable String personId,
            @Nullable String status,
            @Nullable String legalEntityId) {

        Condition condition() {
            return only(EXPENSE.PROJECT_ID, projectId)
                    .and(only(EXPENSE.PERSON_ID, personId))
                    .and(only(EXPENSE.STATUS, status))
                    .and(only(EXPENSE.LEGAL_ENTITY_ID, legalEntityId));
        }

        private static Condition only(Field<String> field, @Nullable String value) {
            return value == null ? noCondition() : field.eq(value);
        }
    }

    public Optional<ExpenseRow> byId(String expenseId) {
        return db.select(EXPENSE_COLUMNS)
                .from(EXPENSE)
                .where(EXPENSE.EXPENSE_ID.eq(expenseId))
                .fetchOptionalInto(ExpenseRow.class);
    }

    /** @param cursor from the page before; null means from the beginning */
    public Page<ExpenseRow> list(Filter filter, @Nullable String cursor, int limit) {
        var rows = db.select(EXPENSE_COLUMNS)
                .from(EXPENSE)
                .where(filter.condition())
                .and(Page.after(EXPENSE.EXPENSE_ID, cursor))
                .orderBy(EXPENSE.EXPENSE_ID)
                .limit(Page.oneMoreThan(limit))
                .fetchInto(ExpenseRow.class);
        return Page.of(rows, limit, ExpenseRow::expenseId);
    }
}
