package io.fairlead.billing.view;

import static io.fairlead.projection.db.Tables.BILLING_ITEM;
import static io.fairlead.projection.db.Tables.INSTALMENT;
import static org.jooq.impl.DSL.noCondition;

import io.fairlead.projection.db.tables.records.BillingItemRecord;
import io.fairlead.view.ColumnsOf;
import io.fairlead.view.Page;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Billing items and instalments as they stand; read by HTTP and the billing run. */
public final class BillingItemQuery {

    private static final Field<?>[] INSTALMENT_COLUMNS = ColumnsOf.row(INSTALMENT, InstalmentRow.class);

    private final DSLContext db;

    public BillingItemQuery(DSLContext db) {
        this.db = db;
    }

    /** One item; fields as the table's columns, null where they do not apply. */
    public record Item(
            String billingItemId,
            String kind,
            String contractId,
            String projectId,
            int lineNo,
            @Nullable String reference,
            String description,
            BigDecimal amount,
            String currency,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate serviceDate,
            String status,
            @Nullable BigDecimal quantity,
            @Nullable String unit,
            @Nullable BigDecimal unitPrice,
            @Nullable String acceptedBy,
            @Nullable String evidence,
            @Nullable LocalDate deferredUntil,
            @Nullable String withdrawal,
            @Nullable String invoiceId,
            @Nullable String invoiceNumber) {}

    /** One agreed part of a contract line. */
    public record InstalmentRow(
            String instalmentPlanId,
            int no,
            String kind,
            String contractId,
            int lineNo,
            String description,
            BigDecimal amount,
            String currency,
            LocalDate dueOn) {}

    /** Which items; null means any. */
    public record Filter(
            @Nullable String contractId,
            @Nullable String projectId,
            @Nullable String kind,
            @Nullable String status) {

        Condition condition() {
            return only(BILLING_ITEM.CONTRACT_ID, contractId)
                    .and(only(BILLING_ITEM.PROJECT_ID, projectId))
                    .and(only(BILLING_ITEM.KIND, kind))
                    .and(only(BILLING_ITEM.STATUS, status));
        }

        private static Condition only(Field<String> field, @Nullable String value) {
            return value == null ? noCondition() : field.eq(value);
        }
    }

    /** @param cursor from the page before; null means from the beginning */
    public Page<Item> list(Filter filter, @Nullable String cursor, int limit) {
        var rows = db.selectFrom(BILLING_ITEM)
                .where(filter.condition())
                .and(Page.after(BILLING_ITEM.BILLING_ITEM_ID, cursor))
                .orderBy(BILLING_ITEM.BILLING_ITEM_ID)
                .limit(Page.oneMoreThan(limit))
                .fetch(BillingItemQuery::item);
        return Page.of(rows, limit, Item::billingItemId);
    }

    /** Agreed instalments of a contract, by plan and number; at most 1,000. */
    public List<InstalmentRow> instalments(String contractId) {
        return db.select(INSTALMENT_COLUMNS)
                .from(INSTALMENT)
                .where(INSTALMENT.CONTRACT_ID.eq(contractId))
                .orderBy(INSTALMENT.INSTALMENT_PLAN_ID, INSTALMENT.NO)
                .limit(Page.LIMIT_MAX)
                .fetchInto(InstalmentRow.class);
    }

    /**
     * Scheduled instalments of a company that are due.
     *
     * @param cutOff last due date taken
     * @param contractId only this contract; null means all
     */
    public List<String> due(String legalEntityId, LocalDate cutOff, @Nullable String contractId) {
        return db.select(BILLING_ITEM.BILLING_ITEM_ID)
                .from(BILLING_ITEM)
                .where(BILLING_ITEM.LEGAL_ENTITY_ID.eq(legalEntityId))
                .and(BILLING_ITEM.STATUS.eq("scheduled"))
                .and(BILLING_ITEM.KIND.in("INSTALMENT", "RETAINER"))
                .and(BILLING_ITEM.DUE_ON.le(cutOff))
                .and(contractId == null ? noCondition() : BILLING_ITEM.CONTRACT_ID.eq(contractId))
                .orderBy(BILLING_ITEM.BILLING_ITEM_ID)
                .fetch(BILLING_ITEM.BILLING_ITEM_ID);
    }

    private static Item item(BillingItemRecord row) {
        return new Item(
                row.getBillingItemId(),
                row.getKind(),
                row.getContractId(),
                row.getProjectId(),
                row.getLineNo(),
                row.getMilestoneId(),
                row.getDescription(),
                row.getAmount(),
                row.getCurrency(),
                row.getDueOn(),
                row.getServiceDate(),
                row.getStatus(),
                row.getQuantity(),
                row.getUnit(),
                row.getUnitPrice(),
                row.getAcceptedBy(),
                row.getEvidence(),
                row.getDeferredUntil(),
                row.getWithdrawal(),
                row.getInvoiceId(),
                row.getInvoiceNumber());
    }
}
