package io.fairlead.billing.view;

import io.fairlead.billing.event.EntityAmounts;
import io.fairlead.billing.event.TaxTreatment;
import io.fairlead.projection.db.tables.records.CreditNoteRecord;
import io.fairlead.projection.db.tables.records.InvoiceRecord;
import org.jspecify.annotations.Nullable;

/** How rows of invoices and credit notes tell their taxing and their amounts in the seller's book currency. */
final class EntityFigures {

    static void fill(InvoiceRecord row, @Nullable TaxTreatment treatment) {
        row.setTaxRounding(treatment == null ? "DOCUMENT" : treatment.getRounding());
        row.setTaxRoundingReason(treatment == null ? null : treatment.getRoundingReason());
        row.setTaxEngine(treatment == null ? "TABLE" : treatment.getEngine());
        row.setTaxRuleVersion(treatment == null ? 1 : treatment.getRuleVersion());
    }

    static void fill(InvoiceRecord row, @Nullable EntityAmounts amounts) {
        if (amounts == null) {
            return; // The invoice is in the book currency.
        }
        row.setEntityCurrency(amounts.getCurrency());
        row.setEntityNetAmount(amounts.getNet());
        row.setEntityTaxAmount(amounts.getTax());
        row.setEntityGrossAmount(amounts.getGross());
        row.setFxBase(amounts.getFx().getBase());
        row.setFxQuote(amounts.getFx().getQuote());
        row.setFxRate(amounts.getFx().getRate());
        row.setFxFromDate(amounts.getFx().getFrom());
        row.setFxSource(amounts.getFx().getSource());
    }

    static void fill(CreditNoteRecord row, @Nullable EntityAmounts amounts) {
        if (amounts == null) {
            return; // The credit note is in the book currency.
        }
        row.setEntityCurrency(amounts.getCurrency());
        row.setEntityNetAmount(amounts.getNet());
        row.setEntityTaxAmount(amounts.getTax());
        row.setEntityGrossAmount(amounts.getGross());
        row.setFxBase(amounts.getFx().getBase());
        row.setFxQuote(amounts.getFx().getQuote());
        row.setFxRate(amounts.getFx().getRate());
        row.setFxFromDate(amounts.getFx().getFrom());
        row.setFxSource(amounts.getFx().getSource());
    }

    private EntityFigures() {}
}
