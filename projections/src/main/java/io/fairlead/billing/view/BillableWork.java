package io.fairlead.billing.view;

import static io.fairlead.projection.db.Tables.BILLING_ITEM;
import static io.fairlead.projection.db.Tables.CONTRACT;
import static io.fairlead.projection.db.Tables.CONTRACT_LINE;
import static io.fairlead.projection.db.Tables.CONTRACT_ORDER;
import static io.fairlead.projection.db.Tables.CONTRACT_PAYER;
import static io.fairlead.projection.db.Tables.EXPENSE;
import static io.fairlead.projection.db.Tables.FUNDING_MOVEMENT;
import static io.fairlead.projection.db.Tables.PLANNED_INVOICE;
import static io.fairlead.projection.db.Tables.TIME_ENTRY;
import static io.fairlead.projection.db.Tables.UNBILLED_WORK;
import static io.fairlead.projection.db.Tables.WORK_PORTION;
import static java.util.Objects.requireNonNull;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.when;

import io.fairlead.funding.view.PromisedFunds;
import io.fairlead.projection.ProjectionDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * What a billing run may take, and what an invoice has claimed; read by the billing run, which only proposes
 * from it.
 */
public final class BillableWork {

    private static final int FETCH_SIZE = 2_000;
    private static final Field<BigDecimal> GRANTED = field(name("granted_amount"), BigDecimal.class);
    private static final Field<BigDecimal> ORDER_LIMIT = field(name("order_limit"), BigDecimal.class);

    private final DSLContext db;

    public BillableWork(DSLContext db) {
        this.db = db;
    }

    /**
     * Streams everything of a company up to a day that may be billed, ordered by contract, service date and source, so that
     * one pass makes one invoice after the other. Limited work comes once for each purchase order that it draws from; what is
     * held does not come at all, since a firm may hold more than it bills.
     *
     * @param cutOff last service date taken
     * @param contractId only this contract; null means all
     */
    public void ready(String legalEntityId, LocalDate cutOff, @Nullable String contractId, Consumer<Billable> reader) {
        var w = UNBILLED_WORK;
        var orders = orders();
        var granted = granted(orders);
        var limited = limited(orders);
        db.transaction(tx -> {
            var held = held(tx.dsl(), legalEntityId, contractId);
            try (var rows = tx.dsl()
                    .select(List.of(
                            w.SOURCE_ID,
                            w.CONTRACT_ID,
                            w.CUSTOMER_ID,
                            w.LEGAL_ENTITY_ID,
                            CONTRACT.PO_REQUIRED,
                            coalesce(of(granted, FUNDING_MOVEMENT.PO_NUMBER), CONTRACT.PO_NUMBER),
                            w.CURRENCY,
                            w.PROJECT_ID,
                            w.LINE_NO,
                            w.PERSON_ID,
                            coalesce(TIME_ENTRY.AUTHOR, BILLING_ITEM.AUTHOR, EXPENSE.AUTHOR),
                            coalesce(TIME_ENTRY.NOTE, BILLING_ITEM.DESCRIPTION, EXPENSE.CATEGORY),
                            w.SERVICE_DATE,
                            w.READY_SECONDS,
                            coalesce(TIME_ENTRY.PRICE, TIME_ENTRY.RATE),
                            TIME_ENTRY.SECONDS_PER_UNIT,
                            w.READY_AMOUNT,
                            coalesce(of(granted, GRANTED), inline(BigDecimal.ZERO)),
                            CONTRACT.LIMIT_AMOUNT,
                            lineLimit(),
                            of(orders, ORDER_LIMIT),
                            w.LAST_PORTION_NO.plus(1),
                            CONTRACT.INVOICE_PER,
                            coalesce(EXPENSE.DISBURSEMENT, inline(false))))
                    .from(w)
                    .leftJoin(CONTRACT)
                    .on(CONTRACT.CONTRACT_ID.eq(w.CONTRACT_ID))
                    .leftJoin(CONTRACT_LINE)
                    .on(CONTRACT_LINE.CONTRACT_ID.eq(w.CONTRACT_ID))
                    .and(CONTRACT_LINE.LINE_NO.eq(w.LINE_NO))
                    .leftJoin(orders)
                    .on(trueCondition())
                    .leftJoin(EXPENSE)
                    .on(EXPENSE.EXPENSE_ID.eq(w.SOURCE_ID))
                    .leftJoin(granted)
                    .on(limited)
                    .leftJoin(TIME_ENTRY)
                    .on(TIME_ENTRY.TIME_ENTRY_ID.eq(w.SOURCE_ID))
                    .leftJoin(BILLING_ITEM)
                    .on(BILLING_ITEM.BILLING_ITEM_ID.eq(w.SOURCE_ID))
                    .where(w.LEGAL_ENTITY_ID.eq(legalEntityId))
                    .and(w.SERVICE_DATE.le(cutOff))
                    .and(open())
                    .and(not(limited)
                            .or(of(granted, GRANTED).gt(BigDecimal.ZERO))
                            .or(w.READY_AMOUNT.le(BigDecimal.ZERO)))
                    .and(CONTRACT.HOLD_REASON.isNull())
                    .and(CONTRACT_LINE.HOLD_REASON.isNull())
                    .and(w.DEFERRED_UNTIL.isNull().or(w.DEFERRED_UNTIL.le(cutOff)))
                    .and(coalesce(BILLING_ITEM.DEFERRED_UNTIL, EXPENSE.DEFERRED_UNTIL, inline(cutOff))
                            .le(cutOff))
                    .and(contractId == null ? noCondition() : w.CONTRACT_ID.eq(contractId))
                    .orderBy(w.CONTRACT_ID, w.SERVICE_DATE, w.SOURCE_ID)
                    .fetchSize(FETCH_SIZE)
                    .fetchLazy()) {
                for (var row : rows) {
                    reader.accept(billable(row, held.getOrDefault(row.get(w.SOURCE_ID), List.of())));
                }
            }
        });
    }

    /** A cap of periods limits as a limit does. */
    private static Field<BigDecimal> lineLimit() {
        return when(CONTRACT_LINE.CAPS.isNotNull(), coalesce(CONTRACT_LINE.LIMIT_AMOUNT, inline(BigDecimal.ZERO)))
                .otherwise(CONTRACT_LINE.LIMIT_AMOUNT);
    }

    /** By source: parts of what is ready of contracts with several payers. The first that is asked in its transaction. */
    private static Map<String, List<Billable.Held>> held(
            DSLContext db, String legalEntityId, @Nullable String contractId) {
        // What is left of a source and what drafts have of it are of one moment.
        db.execute("set transaction isolation level repeatable read");
        ProjectionDatabase.findByKey(db);
        var w = UNBILLED_WORK;
        var p = WORK_PORTION;
        var those = w.LEGAL_ENTITY_ID
                .eq(legalEntityId)
                .and(open())
                .and(contractId == null ? noCondition() : w.CONTRACT_ID.eq(contractId))
                .and(exists(selectOne().from(CONTRACT_PAYER).where(CONTRACT_PAYER.CONTRACT_ID.eq(w.CONTRACT_ID))));
        var parts = db.select(
                        p.SOURCE_ID,
                        p.INVOICE_ID,
                        PLANNED_INVOICE.CUSTOMER_ID,
                        p.SECONDS.minus(p.REOPENED_SECONDS),
                        p.AMOUNT.minus(p.REOPENED_AMOUNT))
                .from(w)
                .join(p)
                .on(p.SOURCE_ID.eq(w.SOURCE_ID))
                .leftJoin(PLANNED_INVOICE)
                .on(PLANNED_INVOICE.INVOICE_ID.eq(p.INVOICE_ID))
                .where(those)
                .and(p.STATE.ne("released"))
                .orderBy(p.SOURCE_ID, p.PORTION_NO)
                .fetchGroups(
                        p.SOURCE_ID,
                        row -> new Billable.Held(row.value2(), row.value3(), row.value4(), row.value5(), true));
        PromisedFunds.of(db, those).forEach(part -> parts.computeIfAbsent(part.sourceId(), _ -> new ArrayList<>())
                .add(new Billable.Held(part.invoiceId(), part.payerId(), 0, part.amount(), false)));
        return parts;
    }

    /**
     * A part that a draft has claimed, or holds the funds of.
     *
     * @param invoiceId the draft
     * @param sourceId time-entry:<uuid> or billing-item:<uuid>
     * @param portionNo of the source; 0 while it is not claimed
     * @param seconds of the part; 0 for items and while it is not claimed
     * @param amount of the part
     */
    public record Claim(String invoiceId, String sourceId, int portionNo, int seconds, BigDecimal amount) {}

    /** What drafts have claimed and did not let go. */
    public List<Claim> claimedBy(Collection<String> invoiceIds) {
        var p = WORK_PORTION;
        return db.select(p.INVOICE_ID, p.SOURCE_ID, p.PORTION_NO, p.SECONDS, p.AMOUNT)
                .from(p)
                .where(p.INVOICE_ID.eq(any(invoiceIds.toArray(String[]::new))))
                .and(p.STATE.ne("released"))
                .orderBy(p.SOURCE_ID, p.PORTION_NO)
                .fetch(mapping(Claim::new));
    }

    /** What of limited work drafts hold the funds of. */
    public List<Claim> fundedBy(Collection<String> invoiceIds) {
        var m = FUNDING_MOVEMENT;
        var funds = sum(m.DRAFTED_AMOUNT);
        return db.select(m.INVOICE_ID, m.SOURCE_ID, inline(0), inline(0), funds)
                .from(m)
                .where(m.INVOICE_ID.eq(any(invoiceIds.toArray(String[]::new))))
                .and(m.SOURCE_ID.isNotNull())
                .groupBy(m.INVOICE_ID, m.SOURCE_ID)
                .having(funds.gt(BigDecimal.ZERO))
                .orderBy(m.SOURCE_ID)
                .fetch(mapping(Claim::new));
    }

    /**
     * What the source has reserved and on no draft, by purchase order. A contract that draws from none reserves of its limits
     * alone, whichever order its invoices name.
     */
    private static Table<?> granted(Table<?> orders) {
        var m = FUNDING_MOVEMENT;
        var order = when(of(orders, ORDER_LIMIT).isNotNull(), m.PO_NUMBER).as(m.PO_NUMBER);
        return DSL.lateral(DSL.select(order, sum(m.RESERVED_AMOUNT).as(GRANTED))
                .from(m)
                .where(m.SOURCE_ID.eq(UNBILLED_WORK.SOURCE_ID))
                .groupBy(when(of(orders, ORDER_LIMIT).isNotNull(), m.PO_NUMBER))
                .having(sum(m.RESERVED_AMOUNT).gt(BigDecimal.ZERO))
                .asTable("granted"));
    }

    /** The lowest limit of the contract's orders that are drawn; null when it draws from none. */
    private static Table<?> orders() {
        return DSL.lateral(DSL.select(min(CONTRACT_ORDER.LIMIT_AMOUNT).as(ORDER_LIMIT))
                .from(CONTRACT_ORDER)
                .where(CONTRACT_ORDER.CONTRACT_ID.eq(CONTRACT.CONTRACT_ID))
                .and(CONTRACT_ORDER.DRAWN)
                .asTable("orders"));
    }

    private static <T> Field<T> of(Table<?> table, Field<T> column) {
        return requireNonNull(table.field(column));
    }

    /**
     * Passes over what no draft may take, before it is fetched: the domain's LimitedLines says what a limit holds for, and a test
     * holds both to the same answers. By what the contract agrees on: that may be agreed before anybody has reserved.
     */
    private static Condition limited(Table<?> orders) {
        return CONTRACT.LIMIT_AMOUNT
                .isNotNull()
                .or(CONTRACT_LINE.LIMIT_AMOUNT.isNotNull())
                .or(CONTRACT_LINE.CAPS.isNotNull())
                .or(of(orders, ORDER_LIMIT).isNotNull())
                .and(not(coalesce(EXPENSE.DISBURSEMENT, inline(false))));
    }

    private static Billable billable(Record row, List<Billable.Held> held) {
        return new Billable(
                row.get(0, String.class),
                row.get(1, String.class),
                row.get(2, String.class),
                row.get(3, String.class),
                row.get(4, Boolean.class),
                row.get(5, String.class),
                row.get(6, String.class),
                row.get(7, String.class),
                row.get(8, Integer.class),
                row.get(9, String.class),
                row.get(10, String.class),
                row.get(11, String.class),
                row.get(12, LocalDate.class),
                row.get(13, Integer.class),
                row.get(14, BigDecimal.class),
                row.get(15, Integer.class),
                row.get(16, BigDecimal.class),
                row.get(17, BigDecimal.class),
                row.get(18, BigDecimal.class),
                row.get(19, BigDecimal.class),
                row.get(20, BigDecimal.class),
                row.get(21, Integer.class),
                row.get(22, String.class),
                Boolean.TRUE.equals(row.get(23, Boolean.class)),
                held);
    }

    private static Condition open() {
        // A price of 0 is a price: such time is billed with amount 0; time set to nothing stands on no invoice.
        var w = UNBILLED_WORK;
        // With plain zeros, so that the index of what is open is known to hold all of it.
        return w.READY_AMOUNT
                .ne(inline(BigDecimal.ZERO))
                .or(w.READY_SECONDS.gt(inline(0))) // Time rounded away leaves nothing to bill.
                .and(w.IN_DOUBT.isFalse());
    }
}
