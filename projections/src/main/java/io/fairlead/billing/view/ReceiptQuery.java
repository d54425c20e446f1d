package io.fairlead.billing.view;

import static io.fairlead.projection.db.Tables.RECEIPT;
import static io.fairlead.projection.db.Tables.RECEIPT_PART;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;

import io.fairlead.view.ColumnsOf;
import io.fairlead.view.CustomerMerges;
import io.fairlead.view.Page;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Money that came in, and where each part of it went; read by HTTP. */
public final class ReceiptQuery {

    private static final Field<?>[] RECEIPT_ROW = ColumnsOf.row(RECEIPT, Receipt.class);
    private static final Field<?>[] PART_ROW = ColumnsOf.row(RECEIPT_PART, Part.class);

    private static final int RETURNABLE_MAX = 100;
    private static final int OF_NOBODY_MAX = 10_000;

    private final DSLContext db;

    public ReceiptQuery(DSLContext db) {
        this.db = db;
    }

    /**
     * Money that came in.
     *
     * @param customerId null while nobody knows whose it is
     * @param leftAmount on account
     * @param status on account, applied in part, applied, refunded or sent back
     */
    public record Receipt(
            String receiptId,
            String source,
            String sourceId,
            @Nullable String legalEntityId,
            @Nullable String customerId,
            BigDecimal receivedAmount,
            BigDecimal appliedAmount,
            BigDecimal refundedAmount,
            BigDecimal leftAmount,
            String currency,
            LocalDate valueDate,
            String status,
            @Nullable String payer,
            @Nullable String text,
            @Nullable String receivedBy,
            @Nullable LocalDate sentBackOn,
            @Nullable String reason) {}

    /**
     * A part of it.
     *
     * @param partId key of the application, or refund/ and that of the refund
     * @param status live or taken back
     */
    public record Part(
            String partId,
            String kind,
            @Nullable String invoiceId,
            BigDecimal amount,
            String currency,
            LocalDate valueDate,
            @Nullable String how,
            String doneBy,
            String status,
            @Nullable LocalDate undoneOn,
            @Nullable String reason) {}

    /** With its parts, the earliest first. */
    public record Detail(Receipt receipt, List<Part> parts) {

        public Detail {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Which; null means all.
     *
     * @param onAccount only those of which something is left
     */
    public record Filter(
            @Nullable String legalEntityId,
            @Nullable String customerId,
            @Nullable String status,
            @Nullable String sourceId,
            boolean onAccount) {}

    /** @param cursor from the page before; null means from the beginning */
    public Page<Receipt> list(Filter filter, @Nullable String cursor, int limit) {
        var rows = db.select(RECEIPT_ROW)
                .from(RECEIPT)
                .where(only(RECEIPT.LEGAL_ENTITY_ID, filter.legalEntityId))
                .and(CustomerMerges.of(db).only(RECEIPT.CUSTOMER_ID, filter.customerId))
                .and(only(RECEIPT.STATUS, filter.status))
                .and(only(RECEIPT.SOURCE_ID, filter.sourceId))
                .and(filter.onAccount ? RECEIPT.LEFT_AMOUNT.ne(inline(BigDecimal.ZERO)) : noCondition())
                .and(Page.after(RECEIPT.RECEIPT_ID, cursor))
                .orderBy(RECEIPT.RECEIPT_ID)
                .limit(Page.oneMoreThan(limit))
                .fetchInto(Receipt.class);
        return Page.of(rows, limit, Receipt::receiptId);
    }

    /** The money that a source told under that identifier; of several, told before that was looked at, the first. */
    public Optional<String> told(String source, String sourceId) {
        return db.select(RECEIPT.RECEIPT_ID)
                .from(RECEIPT)
                .where(RECEIPT.SOURCE.eq(source))
                .and(RECEIPT.SOURCE_ID.eq(sourceId))
                .orderBy(RECEIPT.RECEIPT_ID)
                .limit(1)
                .fetchOptional(RECEIPT.RECEIPT_ID);
    }

    /** Money of that amount that came in on a company's account and is not sent back, the latest first; at most 100. */
    public List<Receipt> returnable(String legalEntityId, String currency, BigDecimal amount) {
        return db.select(RECEIPT_ROW)
                .from(RECEIPT)
                .where(RECEIPT.LEGAL_ENTITY_ID.eq(legalEntityId))
                .and(RECEIPT.CURRENCY.eq(currency))
                .and(RECEIPT.RECEIVED_AMOUNT.eq(amount))
                .and(RECEIPT.SENT_BACK_ON.isNull())
                .orderBy(RECEIPT.VALUE_DATE.desc(), RECEIPT.RECEIPT_ID)
                .limit(RETURNABLE_MAX)
                .fetchInto(Receipt.class);
    }

    /** Money on account of which nobody knows whose it is, the earliest first; at most 10,000. */
    public List<Receipt> ofNobody(@Nullable String legalEntityId) {
        return db.select(RECEIPT_ROW)
                .from(RECEIPT)
                .where(only(RECEIPT.LEGAL_ENTITY_ID, legalEntityId))
                .and(RECEIPT.CUSTOMER_ID.isNull())
                .and(RECEIPT.LEFT_AMOUNT.ne(inline(BigDecimal.ZERO)))
                .orderBy(RECEIPT.VALUE_DATE, RECEIPT.RECEIPT_ID)
                .limit(OF_NOBODY_MAX)
                .fetchInto(Receipt.class);
    }

    /** Money of that amount and day that another source told, on a company's account or before its invoice told of which. */
    public Optional<String> toldOtherwise(
            String source, String legalEntityId, String currency, BigDecimal amount, LocalDate valueDate) {
        return db.select(RECEIPT.RECEIPT_ID)
                .from(RECEIPT)
                .where(RECEIPT.VALUE_DATE.eq(valueDate))
                .and(RECEIPT.RECEIVED_AMOUNT.eq(amount))
                .and(RECEIPT.CURRENCY.eq(currency))
                .and(RECEIPT.SOURCE.ne(source))
                .and(RECEIPT.LEGAL_ENTITY_ID.eq(legalEntityId).or(RECEIPT.LEGAL_ENTITY_ID.isNull()))
                .and(RECEIPT.SENT_BACK_ON.isNull())
                .orderBy(RECEIPT.RECEIPT_ID)
                .limit(1)
                .fetchOptional(RECEIPT.RECEIPT_ID);
    }

    /** Money of that amount that came in on a company's account and was sent back. */
    public List<String> sentBack(String legalEntityId, String currency, BigDecimal amount) {
        return db.select(RECEIPT.RECEIPT_ID)
                .from(RECEIPT)
                .where(RECEIPT.LEGAL_ENTITY_ID.eq(legalEntityId))
                .and(RECEIPT.CURRENCY.eq(currency))
                .and(RECEIPT.RECEIVED_AMOUNT.eq(amount))
                .and(RECEIPT.SENT_BACK_ON.isNotNull())
                .fetch(RECEIPT.RECEIPT_ID);
    }

    /** One of them with its parts. */
    public Optional<Detail> byId(String receiptId) {
        return db.select(RECEIPT_ROW)
                .from(RECEIPT)
                .where(RECEIPT.RECEIPT_ID.eq(receiptId))
                .fetchOptionalInto(Receipt.class)
                .map(receipt -> new Detail(
                        receipt,
                        db.select(PART_ROW)
                                .from(RECEIPT_PART)
                                .where(RECEIPT_PART.RECEIPT_ID.eq(receiptId))
                                .orderBy(RECEIPT_PART.VALUE_DATE, RECEIPT_PART.POSITION, RECEIPT_PART.PART_ID)
                                .fetchInto(Part.class)));
    }

    private static Condition only(Field<String> column, @Nullable String value) {
        return value == null ? noCondition() : column.eq(value);
    }
}
