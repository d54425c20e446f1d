package io.fairlead.billing.view;

import io.fairlead.billing.event.CreditNoteDrafted;
import io.fairlead.billing.event.EntityAmounts;
import io.fairlead.billing.event.InvoiceApproved;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.TaxTreatment;
import io.fairlead.document.PayableAmounts;
import io.fairlead.projection.db.tables.records.CreditNoteRecord;
import io.fairlead.projection.db.tables.records.InvoiceRecord;
import org.jspecify.annotations.Nullable;

/** How rows of invoices and credit notes tell their totals, their taxing and their amounts in the seller's book currency. */
final class EntityFigures {

    /** Approved, it has the date and the order that it is to be issued with. */
    static void total(InvoiceRecord row, InvoiceApproved event) {
        row.setIssueDate(event.getIssueDate());
        if (event.getPoNumber() != null) {
            row.setPoNumber(event.getPoNumber());
        }
        row.setNetAmount(event.getNet());
        row.setTaxAmount(event.getTax());
        row.setGrossAmount(event.getGross());
        row.setRoundingAmount(PayableAmounts.rounding(event.getPayableRounding()));
        fill(row, event.getTaxTreatment());
    }

    /** Issued, all that it asks to pay is open. */
    static void total(InvoiceRecord row, InvoiceIssued event) {
        row.setNetAmount(event.getNet());
        row.setTaxAmount(event.getTax());
        row.setGrossAmount(event.getGross());
        row.setRoundingAmount(PayableAmounts.rounding(event.getPayableRounding()));
        row.setOpenAmount(PayableAmounts.of(event.getGross(), event.getPayableRounding()));
        fill(row, event.getEntityAmounts());
    }

    static void total(CreditNoteRecord row, CreditNoteDrafted event) {
        row.setNetAmount(event.getNet());
        row.setTaxAmount(event.getTax());
        row.setGrossAmount(event.getGross());
        row.setRoundingAmount(PayableAmounts.rounding(event.getPayableRounding()));
        fill(row, event.getEntityAmounts());
    }

    private static void fill(InvoiceRecord row, @Nullable TaxTreatment treatment) {
        row.setTaxRounding(treatment == null ? "DOCUMENT" : treatment.getRounding());
        row.setTaxRoundingReason(treatment == null ? null : treatment.getRoundingReason());
        row.setTaxEngine(treatment == null ? "TABLE" : treatment.getEngine());
        row.setTaxRuleVersion(treatment == null ? 1 : treatment.getRuleVersion());
    }

    private static void fill(InvoiceRecord row, @Nullable EntityAmounts amounts) {
        if (amounts == null) {
            return; // The invoice is in the book currency.
        }
        row.setEntityCurrency(amounts.getCurrency());
        row.setEntityNetAmount(amounts.getNet());
        row.setEntityTaxAmount(amounts.getTax());
        row.setEntityGrossAmount(amounts.getGross());
        row.setEntityRoundingAmount(amounts.getRounding());
        row.setFxBase(amounts.getFx().getBase());
        row.setFxQuote(amounts.getFx().getQuote());
        row.setFxRate(amounts.getFx().getRate());
        row.setFxFromDate(amounts.getFx().getFrom());
        row.setFxSource(amounts.getFx().getSource());
    }

    private static void fill(CreditNoteRecord row, @Nullable EntityAmounts amounts) {
        if (amounts == null) {
            return; // The credit note is in the book currency.
        }
        row.setEntityCurrency(amounts.getCurrency());
        row.setEntityNetAmount(amounts.getNet());
        row.setEntityTaxAmount(amounts.getTax());
        row.setEntityGrossAmount(amounts.getGross());
        row.setEntityRoundingAmount(amounts.getRounding());
        row.setFxBase(amounts.getFx().getBase());
        row.setFxQuote(amounts.getFx().getQuote());
        row.setFxRate(amounts.getFx().getRate());
        row.setFxFromDate(amounts.getFx().getFrom());
        row.setFxSource(amounts.getFx().getSource());
    }

    private EntityFigures() {}
}
