package io.fairlead.billing.view;

import static io.fairlead.projection.db.Tables.BILLING_ITEM;
import static io.fairlead.projection.db.Tables.CONTRACT;
import static io.fairlead.projection.db.Tables.EXPENSE;
import static io.fairlead.projection.db.Tables.TIME_ENTRY;
import static io.fairlead.projection.db.Tables.UNBILLED_WORK;
import static io.fairlead.projection.db.Tables.WORK_PORTION;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;

import io.fairlead.projection.db.tables.records.WorkPortionRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;

/**
 * What a billing run may take, and what an invoice has claimed; read by the billing run, which only proposes
 * from it.
 */
public final class BillableWork {

    private static final int FETCH_SIZE = 2_000;

    private final DSLContext db;

    public BillableWork(DSLContext db) {
        this.db = db;
    }

    /**
     * One time entry or billing item on no draft, with what its invoice line needs.
     *
     * @param sourceId time-entry:<uuid>, billing-item:<uuid> or expense:<uuid>
     * @param contractId contract:<key>
     * @param payerId customer:<code>
     * @param legalEntityId legal-entity:<code>
     * @param poRequired whether the contract's payer wants a purchase order; null means no
     * @param poNumber purchase order of the contract; null means none
     * @param currency ISO 4217
     * @param projectId project:<key>
     * @param lineNo contract line
     * @param personId who worked or spent; null for items
     * @param author who entered it; null when nobody of the firm did
     * @param description note of the time or text of the item; null when nothing was said
     * @param serviceDate day of work or acceptance
     * @param seconds time on no draft; 0 for items
     * @param price of secondsPerUnit seconds; null for items
     * @param secondsPerUnit null for items
     * @param amount on no draft
     * @param portionNo number that the portion gets, from 1
     * @param disbursement whether it is an expense paid on behalf of the customer, outside tax
     */
    public record Billable(
            String sourceId,
            String contractId,
            String payerId,
            String legalEntityId,
            @Nullable Boolean poRequired,
            @Nullable String poNumber,
            String currency,
            String projectId,
            int lineNo,
            @Nullable String personId,
            @Nullable String author,
            @Nullable String description,
            LocalDate serviceDate,
            int seconds,
            @Nullable BigDecimal price,
            @Nullable Integer secondsPerUnit,
            BigDecimal amount,
            int portionNo,
            boolean disbursement) {}

    /**
     * Streams everything ready of a company up to a day, ordered by contract, service date and source, so that one pass
     * makes one invoice after the other.
     *
     * @param cutOff last service date taken
     * @param contractId only this contract; null means all
     */
    public void ready(String legalEntityId, LocalDate cutOff, @Nullable String contractId, Consumer<Billable> reader) {
        var w = UNBILLED_WORK;
        db.transaction(tx -> {
            try (var rows = tx.dsl()
                    .select(
                            w.SOURCE_ID,
                            w.CONTRACT_ID,
                            w.CUSTOMER_ID,
                            w.LEGAL_ENTITY_ID,
                            CONTRACT.PO_REQUIRED,
                            CONTRACT.PO_NUMBER,
                            w.CURRENCY,
                            w.PROJECT_ID,
                            w.LINE_NO,
                            w.PERSON_ID,
                            coalesce(TIME_ENTRY.AUTHOR, BILLING_ITEM.AUTHOR, EXPENSE.AUTHOR),
                            coalesce(TIME_ENTRY.NOTE, BILLING_ITEM.DESCRIPTION, EXPENSE.CATEGORY),
                            w.SERVICE_DATE,
                            w.READY_SECONDS,
                            TIME_ENTRY.RATE,
                            TIME_ENTRY.SECONDS_PER_UNIT,
                            w.READY_AMOUNT,
                            w.LAST_PORTION_NO.plus(1),
                            coalesce(EXPENSE.DISBURSEMENT, inline(false)))
                    .from(w)
                    .leftJoin(CONTRACT)
                    .on(CONTRACT.CONTRACT_ID.eq(w.CONTRACT_ID))
                    .leftJoin(TIME_ENTRY)
                    .on(TIME_ENTRY.TIME_ENTRY_ID.eq(w.SOURCE_ID))
                    .leftJoin(BILLING_ITEM)
                    .on(BILLING_ITEM.BILLING_ITEM_ID.eq(w.SOURCE_ID))
                    .leftJoin(EXPENSE)
                    .on(EXPENSE.EXPENSE_ID.eq(w.SOURCE_ID))
                    .where(w.LEGAL_ENTITY_ID.eq(legalEntityId))
                    .and(w.SERVICE_DATE.le(cutOff))
                    .and(open())
                    .and(w.DEFERRED_UNTIL.isNull().or(w.DEFERRED_UNTIL.le(cutOff)))
                    .and(coalesce(BILLING_ITEM.DEFERRED_UNTIL, EXPENSE.DEFERRED_UNTIL, inline(cutOff))
                            .le(cutOff))
                    .and(contractId == null ? noCondition() : w.CONTRACT_ID.eq(contractId))
                    .orderBy(w.CONTRACT_ID, w.SERVICE_DATE, w.SOURCE_ID)
                    .fetchSize(FETCH_SIZE)
                    .fetchLazy()) {
                for (var row : rows) {
                    reader.accept(Records.mapping(Billable::new).map(row));
                }
            }
        });
    }

    /** Portions that invoices have claimed or billed, by invoice and source; invoices without claims are missing. */
    public Map<String, List<WorkPortionRecord>> claimedBy(Collection<String> invoiceIds) {
        return db.selectFrom(WORK_PORTION)
                .where(WORK_PORTION.INVOICE_ID.eq(any(invoiceIds.toArray(String[]::new))))
                .and(WORK_PORTION.STATE.ne("released"))
                .orderBy(WORK_PORTION.SOURCE_ID, WORK_PORTION.PORTION_NO)
                .fetchGroups(WORK_PORTION.INVOICE_ID, portion -> portion.into(WORK_PORTION));
    }

    private static org.jooq.Condition open() {
        // A price of 0 is a price: such time is billed with amount 0; time set to nothing stands on no invoice.
        var w = UNBILLED_WORK;
        var freeItem = w.SOURCE_KIND
                .ne("time")
                .and(w.PRICED_AMOUNT.eq(BigDecimal.ZERO))
                .and(w.INVOICE_ID.isNull());
        return w.READY_AMOUNT
                .ne(BigDecimal.ZERO)
                .or(w.READY_SECONDS.gt(0))
                .or(freeItem)
                .and(w.IN_DOUBT.isFalse());
    }
}
