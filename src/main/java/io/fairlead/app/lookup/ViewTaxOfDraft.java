package io.fairlead.app.lookup;

import static io.fairlead.projection.db.Tables.CONTRACT;
import static io.fairlead.projection.db.Tables.INVOICE;
import static io.fairlead.projection.db.Tables.INVOICE_LINE;

import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.billing.tax.TaxAnswer;
import io.fairlead.billing.tax.TaxEngine;
import io.fairlead.billing.tax.TaxMode;
import io.fairlead.billing.tax.TaxOfDraft;
import io.fairlead.billing.tax.TaxQuestion;
import io.fairlead.billing.tax.TaxedLine;
import io.fairlead.projection.db.tables.records.InvoiceLineRecord;
import io.fairlead.projection.db.tables.records.InvoiceRecord;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** Asks the tax engine about a draft, with what the views know of it. */
public final class ViewTaxOfDraft implements TaxOfDraft {

    private final DSLContext views;
    private final TaxEngine engine;

    public ViewTaxOfDraft(DSLContext views, TaxEngine engine) {
        this.views = views;
        this.engine = engine;
    }

    @Override
    public Optional<TaxAnswer> of(InvoiceId id) {
        var invoice = views.fetchOne(INVOICE, INVOICE.INVOICE_ID.eq(id.value()));
        var lines = views.selectFrom(INVOICE_LINE)
                .where(INVOICE_LINE.INVOICE_ID.eq(id.value()))
                .and(INVOICE_LINE.REMOVED.isFalse())
                .orderBy(INVOICE_LINE.LINE_NO)
                .fetch();
        return invoice == null || invoice.getContractId() == null || lines.isEmpty()
                ? Optional.empty()
                : Optional.of(engine.tax(question(invoice, lines)));
    }

    private TaxQuestion question(InvoiceRecord invoice, List<InvoiceLineRecord> lines) {
        return new TaxQuestion(
                invoice.getLegalEntityId(),
                invoice.getCustomerId(),
                invoice.getContractId(),
                invoice.getCurrency(),
                lines.stream()
                        .map(InvoiceLineRecord::getServiceDate)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                mode(invoice.getContractId()),
                false,
                lines.stream().map(ViewTaxOfDraft::line).toList());
    }

    private TaxMode mode(String contractId) {
        return views.select(CONTRACT.TAX_ROUNDING)
                .from(CONTRACT)
                .where(CONTRACT.CONTRACT_ID.eq(contractId))
                .fetchOptional(CONTRACT.TAX_ROUNDING)
                .map(TaxMode::valueOf)
                .orElse(TaxMode.DOCUMENT);
    }

    private static TaxedLine line(InvoiceLineRecord row) {
        return new TaxedLine(
                row.getLineNo(),
                row.getTaxCodes().isEmpty()
                        ? List.of(row.getTaxCategory())
                        : List.of(row.getTaxCodes().split(",", -1)),
                row.getNetAmount(),
                row.getTaxDay() == null ? row.getServiceDate() : row.getTaxDay());
    }
}
