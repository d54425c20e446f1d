package io.fairlead.billing.view;

import static io.fairlead.projection.db.Tables.CREDIT_NOTE;
import static io.fairlead.projection.db.Tables.CREDIT_NOTE_LINE;
import static io.fairlead.projection.db.Tables.CREDIT_NOTE_TAX;
import static org.jooq.impl.DSL.noCondition;

import io.fairlead.billing.view.InvoiceQuery.InEntityCurrency;
import io.fairlead.projection.db.tables.records.CreditNoteRecord;
import io.fairlead.view.CustomerMerges;
import io.fairlead.view.Page;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Credit notes as they stand; read by HTTP, CLI and pages. */
public final class CreditNoteQuery {

    private final DSLContext db;

    public CreditNoteQuery(DSLContext db) {
        this.db = db;
    }

    /** One credit note; amounts above 0, fields null before the step that sets them; payable is gross and rounding. */
    public record CreditNote(
            String creditNoteId,
            String invoiceId,
            String invoiceNumber,
            String contractId,
            String customerId,
            String legalEntityId,
            String currency,
            String status,
            String reason,
            String preparer,
            @Nullable String approvedBy,
            @Nullable String number,
            LocalDate issueDate,
            int lineCount,
            BigDecimal net,
            BigDecimal tax,
            BigDecimal gross,
            @Nullable String erpDocument,
            @Nullable LocalDate postedOn,
            @Nullable String refusal,
            BigDecimal rounding,
            BigDecimal payable) {}

    /** One line: what of the invoice's line it takes back, and what becomes of its source. */
    public record Line(
            int lineNo,
            int invoiceLineNo,
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
            String disposition) {}

    /**
     * A credit note with all that is printed on it.
     *
     * @param inEntityCurrency at the booking rate of its invoice; null when it is in the book currency
     */
    public record Detail(
            CreditNote creditNote,
            List<Line> lines,
            List<InvoiceQuery.Tax> taxes,
            @Nullable InEntityCurrency inEntityCurrency) {}

    /** Which credit notes; null means any. */
    public record Filter(
            @Nullable String status,
            @Nullable String invoiceId,
            @Nullable String contractId,
            @Nullable String customerId,
            @Nullable String number) {}

    /** @param cursor from the page before; null means from the beginning */
    public Page<CreditNote> list(Filter filter, @Nullable String cursor, int limit) {
        var rows = db.selectFrom(CREDIT_NOTE)
                .where(filter.status == null ? noCondition() : CREDIT_NOTE.STATUS.eq(filter.status))
                .and(filter.number == null ? noCondition() : CREDIT_NOTE.NUMBER.eq(filter.number))
                .and(filter.invoiceId == null ? noCondition() : CREDIT_NOTE.INVOICE_ID.eq(filter.invoiceId))
                .and(filter.contractId == null ? noCondition() : CREDIT_NOTE.CONTRACT_ID.eq(filter.contractId))
                .and(CustomerMerges.of(db).only(CREDIT_NOTE.CUSTOMER_ID, filter.customerId))
                .and(Page.after(CREDIT_NOTE.CREDIT_NOTE_ID, cursor))
                .orderBy(CREDIT_NOTE.CREDIT_NOTE_ID)
                .limit(Page.oneMoreThan(limit))
                .fetch(CreditNoteQuery::creditNote);
        return Page.of(rows, limit, CreditNote::creditNoteId);
    }

    public Optional<Detail> byId(String creditNoteId) {
        return db.selectFrom(CREDIT_NOTE)
                .where(CREDIT_NOTE.CREDIT_NOTE_ID.eq(creditNoteId))
                .fetchOptional(row -> new Detail(
                        creditNote(row),
                        lines(creditNoteId),
                        taxes(creditNoteId),
                        row.getEntityCurrency() == null ? null : inEntityCurrency(row)));
    }

    private List<Line> lines(String creditNoteId) {
        return db.selectFrom(CREDIT_NOTE_LINE)
                .where(CREDIT_NOTE_LINE.CREDIT_NOTE_ID.eq(creditNoteId))
                .orderBy(CREDIT_NOTE_LINE.LINE_NO)
                .fetch(row -> new Line(
                        row.getLineNo(),
                        row.getInvoiceLineNo(),
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
                        row.getDisposition()));
    }

    private List<InvoiceQuery.Tax> taxes(String creditNoteId) {
        return db.selectFrom(CREDIT_NOTE_TAX)
                .where(CREDIT_NOTE_TAX.CREDIT_NOTE_ID.eq(creditNoteId))
                .orderBy(CREDIT_NOTE_TAX.ROW_NO)
                .fetch(row -> new InvoiceQuery.Tax(
                        row.getCode(),
                        row.getRegion(),
                        row.getCategory(),
                        row.getRate(),
                        row.getBaseAmount(),
                        row.getTaxAmount(),
                        row.getReason(),
                        TaxColumns.days(row.getDays())));
    }

    private static InEntityCurrency inEntityCurrency(CreditNoteRecord row) {
        return new InEntityCurrency(
                row.getEntityCurrency(),
                row.getEntityNetAmount(),
                row.getEntityTaxAmount(),
                row.getEntityGrossAmount(),
                row.getEntityRoundingAmount(),
                new InvoiceQuery.FxRate(
                        row.getFxBase(), row.getFxQuote(), row.getFxRate(), row.getFxFromDate(), row.getFxSource()));
    }

    private static CreditNote creditNote(CreditNoteRecord row) {
        return new CreditNote(
                row.getCreditNoteId(),
                row.getInvoiceId(),
                row.getInvoiceNumber(),
                row.getContractId(),
                row.getCustomerId(),
                row.getLegalEntityId(),
                row.getCurrency(),
                row.getStatus(),
                row.getReason(),
                row.getPreparer(),
                row.getApprovedBy(),
                row.getNumber(),
                row.getIssueDate(),
                row.getLineCount(),
                row.getNetAmount(),
                row.getTaxAmount(),
                row.getGrossAmount(),
                row.getErpDocument(),
                row.getPostedOn(),
                row.getRefusal(),
                row.getRoundingAmount(),
                row.getGrossAmount().add(row.getRoundingAmount()));
    }
}
