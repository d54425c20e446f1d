package io.fairlead.billing.view;

import static io.fairlead.projection.db.Tables.CUSTOMER_CREDIT;
import static io.fairlead.projection.db.Tables.CUSTOMER_CREDIT_PART;

import io.fairlead.view.ColumnsOf;
import io.fairlead.view.CustomerMerges;
import io.fairlead.view.KeyedRows;
import io.fairlead.view.Page;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** What is owed to customers and where it went; read by HTTP. */
public final class CustomerCreditQuery {

    private static final Field<?>[] PART_COLUMNS = ColumnsOf.row(CUSTOMER_CREDIT_PART, Part.class);
    private static final KeyedRows<CustomerCredit> CREDITS = new KeyedRows<>(
            CUSTOMER_CREDIT,
            CustomerCredit.class,
            CUSTOMER_CREDIT.CUSTOMER_CREDIT_ID,
            Pattern.compile("customer-credit:.+"));

    private final DSLContext db;

    public CustomerCreditQuery(DSLContext db) {
        this.db = db;
    }

    /** What a document owes to its customer; {@code leftAmount} is neither set against an invoice nor paid out. */
    public record CustomerCredit(
            String customerCreditId,
            String documentId,
            String number,
            String invoiceId,
            String legalEntityId,
            String customerId,
            String contractId,
            BigDecimal amount,
            BigDecimal leftAmount,
            String currency,
            LocalDate issueDate) {}

    /**
     * Where a part of it went.
     *
     * @param partId key of the assignment, or refund/ and that of the refund
     * @param status live, or returned: the other invoice did not take it
     */
    public record Part(
            String partId,
            String kind,
            String status,
            @Nullable String toInvoiceId,
            BigDecimal amount,
            String currency,
            LocalDate valueDate,
            @Nullable String reason,
            String doneBy) {}

    /** With its parts, the earliest first. */
    public record Detail(CustomerCredit customerCredit, List<Part> parts) {

        public Detail {
            parts = List.copyOf(parts);
        }
    }

    /** By id; null means all. A customer stands for all that were merged with it. */
    public Page<CustomerCredit> list(
            @Nullable String legalEntityId, @Nullable String customerId, @Nullable String cursor, int limit) {
        return CREDITS.page(
                db,
                KeyedRows.only(CUSTOMER_CREDIT.LEGAL_ENTITY_ID, legalEntityId)
                        .and(CustomerMerges.of(db).only(CUSTOMER_CREDIT.CUSTOMER_ID, customerId)),
                cursor,
                limit);
    }

    public Optional<Detail> byId(String customerCreditId) {
        return CREDITS.page(db, CUSTOMER_CREDIT.CUSTOMER_CREDIT_ID.eq(customerCreditId), null, 1).items().stream()
                .findAny()
                .map(credit -> new Detail(
                        credit,
                        db.select(PART_COLUMNS)
                                .from(CUSTOMER_CREDIT_PART)
                                .where(CUSTOMER_CREDIT_PART.CUSTOMER_CREDIT_ID.eq(customerCreditId))
                                .orderBy(CUSTOMER_CREDIT_PART.POSITION, CUSTOMER_CREDIT_PART.PART_ID)
                                .fetchInto(Part.class)));
    }
}
