package io.fairlead.billing.view;

import static io.fairlead.projection.db.Tables.OPEN_ITEM;
import static io.fairlead.projection.db.Tables.RECEIVABLE_MOVEMENT;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
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
     * @param documentId invoice:<uuid> or credit-note:<uuid>
     * @param invoiceId the invoice that it is about
     * @param dueDate of a credit, its issue date
     * @param gross what the document asks to pay, below 0 of a credit
     * @param open above 0 the customer owes it, below 0 it is owed to the customer
     */
    public record OpenItem(
            String documentId,
            String invoiceId,
            @Nullable String number,
            String legalEntityId,
            String customerId,
            String contractId,
            LocalDate issueDate,
            LocalDate dueDate,
            BigDecimal gross,
            BigDecimal open,
            String currency) {}

    /**
     * What one customer owes one company in one currency.
     *
     * @param owed by the customer
     * @param owedToCustomer above 0
     * @param balance owed less owedToCustomer
     */
    public record CustomerBalance(
            String legalEntityId,
            String customerId,
            String currency,
            BigDecimal owed,
            BigDecimal owedToCustomer,
            BigDecimal balance) {}

    /**
     * A line of a statement.
     *
     * @param kind issued, credited, applied (money), set against (what was owed elsewhere), set off (there), paid out
     * @param amount above 0 more is owed by the customer
     */
    public record StatementLine(LocalDate on, String kind, String documentId, String currency, BigDecimal amount) {}

    /** Which customers and companies; null means all. */
    public record Filter(
            @Nullable String legalEntityId, @Nullable String customerId) {}

    /** Open items, the earliest due first. */
    public List<OpenItem> open(Filter filter) {
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
                        i.CURRENCY)
                .from(OPEN_ITEM)
                .where(OPEN_ITEM.OPEN_AMOUNT.ne(inline(BigDecimal.ZERO)))
                .and(only(OPEN_ITEM.LEGAL_ENTITY_ID, filter.legalEntityId))
                .and(only(OPEN_ITEM.CUSTOMER_ID, filter.customerId))
                .orderBy(OPEN_ITEM.DUE_DATE, OPEN_ITEM.DOCUMENT_ID)
                .limit(ROWS_MAX)
                .fetchInto(OpenItem.class);
    }

    /** By company, customer and currency; those with nothing open are missing. */
    public List<CustomerBalance> balances(Filter filter) {
        var open = OPEN_ITEM.OPEN_AMOUNT;
        var owed = sum(open).filterWhere(open.gt(BigDecimal.ZERO));
        var back = sum(open).filterWhere(open.lt(BigDecimal.ZERO));
        return db.select(OPEN_ITEM.LEGAL_ENTITY_ID, OPEN_ITEM.CUSTOMER_ID, OPEN_ITEM.CURRENCY, owed, back)
                .from(OPEN_ITEM)
                .where(open.ne(inline(BigDecimal.ZERO)))
                .and(only(OPEN_ITEM.LEGAL_ENTITY_ID, filter.legalEntityId))
                .and(only(OPEN_ITEM.CUSTOMER_ID, filter.customerId))
                .groupBy(OPEN_ITEM.LEGAL_ENTITY_ID, OPEN_ITEM.CUSTOMER_ID, OPEN_ITEM.CURRENCY)
                .orderBy(OPEN_ITEM.LEGAL_ENTITY_ID, OPEN_ITEM.CUSTOMER_ID, OPEN_ITEM.CURRENCY)
                .limit(ROWS_MAX)
                .fetch(row -> balance(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }

    private static CustomerBalance balance(
            String entity, String customer, String currency, @Nullable BigDecimal owed, @Nullable BigDecimal back) {
        var none = BigDecimal.ZERO.setScale(4);
        var byCustomer = owed == null ? none : owed;
        var toCustomer = back == null ? none : back.negate();
        return new CustomerBalance(entity, customer, currency, byCustomer, toCustomer, byCustomer.subtract(toCustomer));
    }

    /** What happened on the customer's account, in order; the last lines when there are more than 10,000. */
    public List<StatementLine> statement(Filter filter) {
        var m = RECEIVABLE_MOVEMENT;
        return db.select(m.ACCOUNTING_DATE, m.KIND, m.DOCUMENT_ID, m.CURRENCY, m.GROSS_AMOUNT)
                .from(m)
                .where(only(m.LEGAL_ENTITY_ID, filter.legalEntityId))
                .and(only(m.CUSTOMER_ID, filter.customerId))
                .orderBy(m.ACCOUNTING_DATE.desc(), m.POSITION.desc(), m.LEG.desc())
                .limit(ROWS_MAX)
                .fetchInto(StatementLine.class)
                .reversed();
    }

    private static Condition only(Field<String> column, @Nullable String value) {
        return value == null ? noCondition() : column.eq(value);
    }
}
