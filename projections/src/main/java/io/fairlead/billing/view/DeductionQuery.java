package io.fairlead.billing.view;

import static io.fairlead.projection.db.Tables.INVOICE_DEDUCTION;
import static org.jooq.impl.DSL.noCondition;

import io.fairlead.view.ColumnsOf;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** What payers do not pay of their invoices; read by HTTP. */
public final class DeductionQuery {

    private static final int ROWS_MAX = 10_000;
    private static final Field<?>[] ROW = ColumnsOf.row(INVOICE_DEDUCTION, Deducted.class);

    private final DSLContext db;

    public DeductionQuery(DSLContext db) {
        this.db = db;
    }

    /**
     * A deduction.
     *
     * @param status proposed (a bad debt that waits for a second person), standing (withheld, and no certificate yet), certified,
     *     taken, or taken back
     * @param amount with tax
     * @param backAmount what of it is off the invoice again
     * @param netAmount of it, what is no tax: of a discount or a loss, by how much the net is lower; null while it is proposed
     * @param taxAmount by how much the tax is lower; null while it is proposed
     */
    public record Deducted(
            String invoiceId,
            String deductionId,
            @Nullable String legalEntityId,
            @Nullable String customerId,
            String kind,
            String status,
            BigDecimal amount,
            BigDecimal backAmount,
            @Nullable BigDecimal netAmount,
            @Nullable BigDecimal taxAmount,
            String currency,
            @Nullable LocalDate valueDate,
            String reason,
            @Nullable String proposedBy,
            @Nullable String takenBy,
            @Nullable String receiptId,
            @Nullable String certificate,
            @Nullable LocalDate certifiedOn) {}

    /** Which; null means all. */
    public record Filter(
            @Nullable String invoiceId,
            @Nullable String customerId,
            @Nullable String kind,
            @Nullable String status) {}

    /** At most 10,000, the latest first. */
    public List<Deducted> list(Filter filter) {
        return db.select(ROW)
                .from(INVOICE_DEDUCTION)
                .where(only(INVOICE_DEDUCTION.INVOICE_ID, filter.invoiceId))
                .and(only(INVOICE_DEDUCTION.CUSTOMER_ID, filter.customerId))
                .and(only(INVOICE_DEDUCTION.KIND, filter.kind))
                .and(only(INVOICE_DEDUCTION.STATUS, filter.status))
                .orderBy(INVOICE_DEDUCTION.POSITION.desc())
                .limit(ROWS_MAX)
                .fetchInto(Deducted.class);
    }

    private static Condition only(Field<String> column, @Nullable String value) {
        return value == null ? noCondition() : column.eq(value);
    }
}
