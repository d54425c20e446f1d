package io.fairlead.billing.view;

import io.fairlead.billing.event.EntityAmounts;
import io.fairlead.billing.event.TaxTreatment;
import io.fairlead.projection.db.tables.records.InvoiceRecord;
import org.jspecify.annotations.Nullable;

/** How an invoice's row tells its taxing and its amounts in the seller's book currency; for {@link InvoiceProjection}. */
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

    private EntityFigures() {}
}
