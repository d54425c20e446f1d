package io.fairlead.billing.view;

import static io.fairlead.projection.db.Tables.INVOICE;
import static io.fairlead.projection.db.Tables.INVOICE_LINE;
import static io.fairlead.projection.db.Tables.INVOICE_TAX;
import static org.jooq.impl.DSL.noCondition;

import io.fairlead.projection.db.tables.records.InvoiceRecord;
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

/** Invoices and billing runs as they stand; read by HTTP, CLI and pages. */
public final class InvoiceQuery {

    private final DSLContext db;

    public InvoiceQuery(DSLContext db) {
        this.db = db;
    }

    /** One invoice; fields as the table's columns, null before the step that sets them; payable is gross and rounding (BT-115). */
    public record Invoice(
            String invoiceId,
            @Nullable String billingRunId,
            @Nullable String contractId,
            @Nullable String customerId,
            @Nullable String legalEntityId,
            @Nullable String poNumber,
            @Nullable String currency,
            String status,
            int lineCount,
            @Nullable String preparer,
            @Nullable String approvedBy,
            @Nullable String number,
            @Nullable LocalDate issueDate,
            @Nullable LocalDate dueDate,
            BigDecimal net,
            @Nullable BigDecimal tax,
            @Nullable BigDecimal gross,
            BigDecimal open,
            @Nullable String erpDocument,
            @Nullable LocalDate postedOn,
            @Nullable String refusal,
            @Nullable String reason,
            @Nullable LocalDate paidOn,
            BigDecimal adjustment,
            BigDecimal credited,
            BigDecimal rounding,
            @Nullable BigDecimal payable,
            @Nullable TaxRefused taxRefused) {

        /** Of a draft, with the tax that it would be approved with, or with why it would not. */
        public Invoice withTax(
                @Nullable BigDecimal newTax,
                @Nullable BigDecimal newGross,
                BigDecimal newRounding,
                @Nullable TaxRefused why) {
            return new Invoice(
                    invoiceId,
                    billingRunId,
                    contractId,
                    customerId,
                    legalEntityId,
                    poNumber,
                    currency,
                    status,
                    lineCount,
                    preparer,
                    approvedBy,
                    number,
                    issueDate,
                    dueDate,
                    net,
                    newTax,
                    newGross,
                    open,
                    erpDocument,
                    postedOn,
                    refusal,
                    reason,
                    paidOn,
                    adjustment,
                    credited,
                    newRounding,
                    newGross == null ? null : newGross.add(newRounding),
                    why);
        }
    }

    /** Why the tax of a draft cannot be told, as its approval would be refused. */
    public record TaxRefused(String code, String reason, String remedy) {}

    /**
     * One line of an invoice.
     *
     * @param taxDay day that decides its rates, that of the prepayment which it counts off; null means the service date
     */
    public record Line(
            int lineNo,
            String sourceId,
            int portionNo,
            int contractLineNo,
            String projectId,
            String description,
            LocalDate serviceDate,
            @Nullable Integer seconds,
            @Nullable BigDecimal price,
            @Nullable Integer secondsPerUnit,
            BigDecimal net,
            String taxCategory,
            List<String> taxCodes,
            BigDecimal adjustment,
            @Nullable String adjustmentReason,
            @Nullable LocalDate taxDay) {}

    /**
     * One row of an invoice's tax; the code is the category where the tax has no other name.
     *
     * @param days whose lines it taxes, where the code has several rows; empty means all lines with the code
     */
    public record Tax(
            String code,
            @Nullable String region,
            String category,
            BigDecimal rate,
            BigDecimal base,
            BigDecimal tax,
            @Nullable String reason,
            List<LocalDate> days) {}

    /** How tax was worked out; null before approval. */
    public record Treatment(String rounding, @Nullable String roundingReason, String engine, int ruleVersion) {}

    /** An exchange rate as it was used: one unit of base is worth rate units of quote. */
    public record FxRate(String base, String quote, BigDecimal rate, LocalDate from, String source) {}

    /** The invoice in the seller's book currency (BT-6, BT-111) at its booking rate. */
    public record InEntityCurrency(
            String currency,
            BigDecimal net,
            BigDecimal tax,
            BigDecimal gross,
            @Nullable BigDecimal rounding,
            FxRate fx) {}

    /**
     * An invoice with all that is printed on it.
     *
     * @param treatment null before approval
     * @param inEntityCurrency null when the invoice is in the book currency, or before issue
     */
    public record Detail(
            Invoice invoice,
            List<Line> lines,
            List<Tax> taxes,
            @Nullable Treatment treatment,
            @Nullable InEntityCurrency inEntityCurrency) {}

    /** Which invoices; null means any. */
    public record Filter(
            @Nullable String status,
            @Nullable String legalEntityId,
            @Nullable String customerId,
            @Nullable String contractId,
            @Nullable String billingRunId,
            @Nullable String number) {

        public static final Filter ANY = new Filter(null, null, null, null, null, null);
    }

    /** @param cursor from the page before; null means from the beginning */
    public Page<Invoice> list(Filter filter, @Nullable String cursor, int limit) {
        var rows = db.selectFrom(INVOICE)
                .where(only(INVOICE.STATUS, filter.status))
                .and(only(INVOICE.LEGAL_ENTITY_ID, filter.legalEntityId))
                .and(CustomerMerges.of(db).only(INVOICE.CUSTOMER_ID, filter.customerId))
                .and(only(INVOICE.CONTRACT_ID, filter.contractId))
                .and(only(INVOICE.BILLING_RUN_ID, filter.billingRunId))
                .and(only(INVOICE.NUMBER, filter.number))
                .and(Page.after(INVOICE.INVOICE_ID, cursor))
                .orderBy(INVOICE.INVOICE_ID)
                .limit(Page.oneMoreThan(limit))
                .fetch(InvoiceQuery::invoice);
        return Page.of(rows, limit, Invoice::invoiceId);
    }

    public Optional<Detail> byId(String invoiceId) {
        return db.selectFrom(INVOICE)
                .where(INVOICE.INVOICE_ID.eq(invoiceId))
                .fetchOptional(row -> new Detail(
                        invoice(row),
                        lines(invoiceId),
                        taxes(invoiceId),
                        row.getTaxRounding() == null ? null : treatment(row),
                        row.getEntityCurrency() == null ? null : inEntityCurrency(row)));
    }

    private List<Line> lines(String invoiceId) {
        return db.selectFrom(INVOICE_LINE)
                .where(INVOICE_LINE.INVOICE_ID.eq(invoiceId))
                .and(INVOICE_LINE.REMOVED.isFalse())
                .orderBy(INVOICE_LINE.LINE_NO)
                .fetch(row -> new Line(
                        row.getLineNo(),
                        row.getSourceId(),
                        row.getPortionNo(),
                        row.getContractLineNo(),
                        row.getProjectId(),
                        row.getDescription(),
                        row.getServiceDate(),
                        row.getSeconds(),
                        row.getPrice(),
                        row.getSecondsPerUnit(),
                        row.getNetAmount(),
                        row.getTaxCategory(),
                        row.getTaxCodes().isEmpty()
                                ? List.of(row.getTaxCategory())
                                : List.of(row.getTaxCodes().split(",", -1)),
                        row.getAdjustmentAmount(),
                        row.getAdjustmentReason(),
                        row.getTaxDay()));
    }

    private List<Tax> taxes(String invoiceId) {
        return db.selectFrom(INVOICE_TAX)
                .where(INVOICE_TAX.INVOICE_ID.eq(invoiceId))
                .and(INVOICE_TAX.BASE_AMOUNT.ne(BigDecimal.ZERO).or(INVOICE_TAX.TAX_AMOUNT.ne(BigDecimal.ZERO)))
                .orderBy(INVOICE_TAX.CODE, INVOICE_TAX.ROW_NO)
                .fetch(row -> new Tax(
                        row.getCode(),
                        row.getRegion(),
                        row.getCategory(),
                        row.getRate(),
                        row.getBaseAmount(),
                        row.getTaxAmount(),
                        row.getReason(),
                        TaxColumns.days(row.getDays())));
    }

    private static Treatment treatment(InvoiceRecord row) {
        return new Treatment(
                row.getTaxRounding(), row.getTaxRoundingReason(), row.getTaxEngine(), row.getTaxRuleVersion());
    }

    private static InEntityCurrency inEntityCurrency(InvoiceRecord row) {
        return new InEntityCurrency(
                row.getEntityCurrency(),
                row.getEntityNetAmount(),
                row.getEntityTaxAmount(),
                row.getEntityGrossAmount(),
                row.getEntityRoundingAmount(),
                new FxRate(row.getFxBase(), row.getFxQuote(), row.getFxRate(), row.getFxFromDate(), row.getFxSource()));
    }

    private static Condition only(Field<String> field, @Nullable String value) {
        return value == null ? noCondition() : field.eq(value);
    }

    private static Invoice invoice(InvoiceRecord row) {
        return new Invoice(
                row.getInvoiceId(),
                row.getBillingRunId(),
                row.getContractId(),
                row.getCustomerId(),
                row.getLegalEntityId(),
                row.getPoNumber(),
                row.getCurrency(),
                row.getStatus(),
                row.getLineCount(),
                row.getPreparer(),
                row.getApprovedBy(),
                row.getNumber(),
                row.getIssueDate(),
                row.getDueDate(),
                row.getNetAmount(),
                row.getTaxAmount(),
                row.getGrossAmount(),
                row.getOpenAmount(),
                row.getErpDocument(),
                row.getPostedOn(),
                row.getRefusal(),
                row.getReason(),
                row.getPaidOn(),
                row.getAdjustmentAmount(),
                row.getCreditedAmount(),
                row.getRoundingAmount(),
                row.getGrossAmount() == null ? null : row.getGrossAmount().add(row.getRoundingAmount()),
                null);
    }
}
