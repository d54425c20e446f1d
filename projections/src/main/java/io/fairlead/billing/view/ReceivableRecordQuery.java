package io.fairlead.billing.view;

import static io.fairlead.projection.db.Tables.INVOICE_DISPUTE;
import static io.fairlead.projection.db.Tables.RECEIVABLE_POLICY;
import static org.jooq.impl.DSL.noCondition;

import io.fairlead.view.ColumnsOf;
import io.fairlead.view.KeyedRows;
import io.fairlead.view.Page;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Policies of receivables, and disputes; read by HTTP. */
public final class ReceivableRecordQuery {

    private final DSLContext db;

    public ReceivableRecordQuery(DSLContext db) {
        this.db = db;
    }

    /** How a company treats money that comes in, from a day on; null means never or none. */
    public record Policy(
            String legalEntityId,
            LocalDate fromDate,
            String application,
            @Nullable BigDecimal smallRest,
            @Nullable String currency,
            @Nullable BigDecimal discountRate,
            @Nullable Integer discountDays,
            String badDebtTax,
            String setBy) {}

    /** The last dispute of an invoice; not settled while the three last are null. */
    public record Dispute(
            String invoiceId,
            LocalDate disputedOn,
            String disputeReason,
            String disputedBy,
            @Nullable LocalDate settledOn,
            @Nullable String settlementReason,
            @Nullable String settledBy) {}

    /** Of a company, by first day. */
    public List<Policy> policies(String legalEntityId) {
        return db.select(ColumnsOf.row(RECEIVABLE_POLICY, Policy.class))
                .from(RECEIVABLE_POLICY)
                .where(RECEIVABLE_POLICY.LEGAL_ENTITY_ID.eq(legalEntityId))
                .orderBy(RECEIVABLE_POLICY.FROM_DATE)
                .fetchInto(Policy.class);
    }

    /**
     * By invoice.
     *
     * @param invoiceId only of this one; null means all
     * @param settled only those that are, or are not; null means all
     */
    public Page<Dispute> disputes(
            @Nullable String invoiceId, @Nullable Boolean settled, @Nullable String cursor, int limit) {
        var d = INVOICE_DISPUTE;
        var state = settled == null ? noCondition() : settled ? d.SETTLED_ON.isNotNull() : d.SETTLED_ON.isNull();
        return new KeyedRows<>(d, Dispute.class, d.INVOICE_ID, Pattern.compile("invoice:.+"))
                .page(db, KeyedRows.only(d.INVOICE_ID, invoiceId).and(state), cursor, limit);
    }
}
