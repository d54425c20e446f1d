package io.fairlead.billing.view;

import static io.fairlead.projection.db.Tables.CREDIT_NOTE;
import static io.fairlead.projection.db.Tables.INVOICE;
import static io.fairlead.projection.db.Tables.OPEN_ITEM;
import static io.fairlead.projection.db.Tables.RECEIPT;
import static io.fairlead.projection.db.Tables.RECEIVABLE_MOVEMENT;
import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.partitionBy;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import io.fairlead.view.CustomerMerges;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SelectSeekStep2;
import org.jspecify.annotations.Nullable;

/** What is open between the firm and its customers; read by HTTP. */
public final class OpenItemQuery {

    private static final int ROWS_MAX = 10_000;

    private final DSLContext db;

    public OpenItemQuery(DSLContext db) {
        this.db = db;
    }

    /**
     * A document that is not settled.
     *
     * @param documentId invoice:<uuid> or credit-note:<uuid>; receipt:<key> of money on account
     * @param invoiceId the invoice that it is about; null of money on account
     * @param contractId null of money on account
     * @param issueDate of money, the day it counts
     * @param dueDate of a credit, its issue date
     * @param gross what the document asks to pay, below 0 of a credit and of money
     * @param open above 0 the customer owes it, below 0 it is owed to the customer
     * @param dunning on the day asked for: DUE, OVERDUE, DISPUTED, or NONE of what the customer does not owe; null without a day
     */
    public record OpenItem(
            String documentId,
            @Nullable String invoiceId,
            @Nullable String number,
            String legalEntityId,
            String customerId,
            @Nullable String contractId,
            LocalDate issueDate,
            LocalDate dueDate,
            BigDecimal gross,
            BigDecimal open,
            String currency,
            @Nullable LocalDate disputedSince,
            @Nullable String disputeReason,
            @Nullable String dunning) {}

    /**
     * What one customer owes one company in one currency.
     *
     * @param owed by the customer
     * @param owedToCustomer above 0
     * @param balance owed less owedToCustomer
     * @param disputed of what is owed, on invoices that the customer contests
     */
    public record CustomerBalance(
            String legalEntityId,
            String customerId,
            String currency,
            BigDecimal owed,
            BigDecimal owedToCustomer,
            BigDecimal balance,
            BigDecimal disputed) {}

    /**
     * A line of a statement.
     *
     * @param kind issued, credited, applied (money), taken back (money), on account (what of money is left that day, or goes on
     *     later), refunded (of it), set against (what was owed elsewhere), set off (there), paid out, withheld,
     *     small rest, cash discount, written off
     * @param reference number of the document as printed; of money, who paid, or what its source calls it
     * @param amount above 0 more is owed by the customer
     * @param balance owed to that company in that currency after the line; after the last one it is what the open items add up to
     */
    public record StatementLine(
            LocalDate on,
            String kind,
            String documentId,
            @Nullable String reference,
            String legalEntityId,
            String currency,
            BigDecimal amount,
            BigDecimal balance) {}

    /**
     * Which customers and companies; null means all. A customer stands for all that were merged with it.
     *
     * @param on day for which dunning is told
     */
    public record Filter(
            @Nullable String legalEntityId,
            @Nullable String customerId,
            @Nullable LocalDate on) {}

    /** Open items, the earliest due first. */
    public List<OpenItem> open(Filter filter) {
        var merges = CustomerMerges.of(db);
        return items(
                        OPEN_ITEM
                                .OPEN_AMOUNT
                                .ne(inline(BigDecimal.ZERO))
                                .and(only(OPEN_ITEM.LEGAL_ENTITY_ID, filter.legalEntityId))
                                .and(merges.only(OPEN_ITEM.CUSTOMER_ID, filter.customerId)),
                        filter.on)
                .limit(ROWS_MAX)
                .fetchInto(OpenItem.class);
    }

    /** All invoices of a company with something to pay, and those without that were issued on a day or later. */
    public List<OpenItem> payable(String legalEntityId, LocalDate since) {
        return items(
                        OPEN_ITEM
                                .LEGAL_ENTITY_ID
                                .eq(legalEntityId)
                                .and(OPEN_ITEM.GROSS_AMOUNT.gt(BigDecimal.ZERO))
                                .and(OPEN_ITEM.OPEN_AMOUNT.gt(BigDecimal.ZERO).or(OPEN_ITEM.ISSUE_DATE.ge(since))),
                        null)
                .fetchInto(OpenItem.class);
    }

    private SelectSeekStep2<?, LocalDate, String> items(Condition which, @Nullable LocalDate on) {
        var i = OPEN_ITEM;
        return db.select(
                        i.DOCUMENT_ID,
                        i.INVOICE_ID,
                        i.NUMBER,
                        i.LEGAL_ENTITY_ID,
                        i.CUSTOMER_ID,
                        i.CONTRACT_ID,
                        i.ISSUE_DATE,
                        i.DUE_DATE,
                        i.GROSS_AMOUNT,
                        i.OPEN_AMOUNT,
                        i.CURRENCY,
                        i.DISPUTED_SINCE,
                        i.DISPUTE_REASON,
                        dunning(on))
                .from(OPEN_ITEM)
                .where(which)
                .orderBy(OPEN_ITEM.DUE_DATE, OPEN_ITEM.DOCUMENT_ID);
    }

    private static Field<String> dunning(@Nullable LocalDate on) {
        var i = OPEN_ITEM;
        return on == null
                ? castNull(String.class)
                : when(i.OPEN_AMOUNT.le(BigDecimal.ZERO), inline("NONE"))
                        .when(i.DISPUTED_SINCE.le(on), inline("DISPUTED"))
                        .when(i.DUE_DATE.lt(on), inline("OVERDUE"))
                        .otherwise(inline("DUE"));
    }

    /** By company, customer that lives on, and currency; those with nothing open are missing. */
    public List<CustomerBalance> balances(Filter filter) {
        var merges = CustomerMerges.of(db);
        var customer = merges.living(OPEN_ITEM.CUSTOMER_ID);
        var open = OPEN_ITEM.OPEN_AMOUNT;
        var owed = sum(open).filterWhere(open.gt(BigDecimal.ZERO));
        var back = sum(open).filterWhere(open.lt(BigDecimal.ZERO));
        var contested = sum(open).filterWhere(OPEN_ITEM.DISPUTED_SINCE.isNotNull());
        return db.select(OPEN_ITEM.LEGAL_ENTITY_ID, customer, OPEN_ITEM.CURRENCY, owed, back, contested)
                .from(OPEN_ITEM)
                .where(open.ne(inline(BigDecimal.ZERO)))
                .and(only(OPEN_ITEM.LEGAL_ENTITY_ID, filter.legalEntityId))
                .and(merges.only(OPEN_ITEM.CUSTOMER_ID, filter.customerId))
                .groupBy(OPEN_ITEM.LEGAL_ENTITY_ID, customer, OPEN_ITEM.CURRENCY)
                .orderBy(OPEN_ITEM.LEGAL_ENTITY_ID, customer, OPEN_ITEM.CURRENCY)
                .limit(ROWS_MAX)
                .fetch(row ->
                        balance(row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6()));
    }

    private static CustomerBalance balance(
            String entity,
            String customer,
            String currency,
            @Nullable BigDecimal owed,
            @Nullable BigDecimal back,
            @Nullable BigDecimal contested) {
        var none = BigDecimal.ZERO.setScale(4);
        var byCustomer = owed == null ? none : owed;
        var toCustomer = back == null ? none : back.negate();
        return new CustomerBalance(
                entity,
                customer,
                currency,
                byCustomer,
                toCustomer,
                byCustomer.subtract(toCustomer),
                contested == null ? none : contested);
    }

    /** What happened on the customer's account, in order; the last lines when there are more than 10,000. */
    public List<StatementLine> statement(Filter filter) {
        var m = RECEIVABLE_MOVEMENT;
        var isOnAccount = m.KIND.eq(inline("on account"));
        // Of money that went on on the day it came only the rest is a line; each other movement is one of its own.
        var line = when(isOnAccount, inline("")).otherwise(m.EVENT_ID.concat(m.LEG));
        var amount = sum(m.GROSS_AMOUNT);
        var balance = sum(amount)
                .over(partitionBy(m.LEGAL_ENTITY_ID, m.CURRENCY)
                        .orderBy(m.ACCOUNTING_DATE, min(m.POSITION), min(m.LEG), m.DOCUMENT_ID));
        return db.select(
                        m.ACCOUNTING_DATE,
                        m.KIND,
                        m.DOCUMENT_ID,
                        max(coalesce(INVOICE.NUMBER, CREDIT_NOTE.NUMBER, RECEIPT.PAYER, RECEIPT.SOURCE_ID)),
                        m.LEGAL_ENTITY_ID,
                        m.CURRENCY,
                        amount,
                        balance)
                .from(m)
                .leftJoin(INVOICE)
                .on(INVOICE.INVOICE_ID.eq(m.DOCUMENT_ID))
                .leftJoin(CREDIT_NOTE)
                .on(CREDIT_NOTE.CREDIT_NOTE_ID.eq(m.DOCUMENT_ID))
                .leftJoin(RECEIPT)
                .on(RECEIPT.RECEIPT_ID.eq(m.DOCUMENT_ID))
                .where(only(m.LEGAL_ENTITY_ID, filter.legalEntityId))
                .and(CustomerMerges.of(db).only(m.CUSTOMER_ID, filter.customerId))
                .groupBy(m.ACCOUNTING_DATE, m.KIND, m.DOCUMENT_ID, m.LEGAL_ENTITY_ID, m.CURRENCY, line)
                .having(amount.ne(inline(BigDecimal.ZERO)).or(m.KIND.ne(inline("on account"))))
                .orderBy(
                        m.ACCOUNTING_DATE.desc(),
                        min(m.POSITION).desc(),
                        min(m.LEG).desc(),
                        m.DOCUMENT_ID.desc())
                .limit(ROWS_MAX)
                .fetchInto(StatementLine.class)
                .reversed();
    }

    private static Condition only(Field<String> column, @Nullable String value) {
        return value == null ? noCondition() : column.eq(value);
    }
}
