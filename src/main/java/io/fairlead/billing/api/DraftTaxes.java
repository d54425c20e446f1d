package io.fairlead.billing.api;

import io.fairlead.app.web.MasterData;
import io.fairlead.billing.event.TaxRow;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.billing.invoice.Payable;
import io.fairlead.billing.tax.TaxAnswer.NotTaxable;
import io.fairlead.billing.tax.TaxAnswer.Taxed;
import io.fairlead.billing.tax.TaxComputation;
import io.fairlead.billing.view.InvoiceQuery.Detail;
import io.fairlead.billing.view.InvoiceQuery.Invoice;
import io.fairlead.billing.view.InvoiceQuery.Tax;
import io.fairlead.billing.view.InvoiceQuery.TaxRefused;
import io.fairlead.billing.view.InvoiceQuery.Treatment;
import io.fairlead.shared.WireAmount;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Tax and gross of drafts before anybody approved them: what approval would decide by now, or why it would be refused. */
@Component
class DraftTaxes {

    private final MasterData directory;

    DraftTaxes(MasterData directory) {
        this.directory = directory;
    }

    /** Of a draft, with its tax; anything else as it stands. */
    Invoice taxed(Invoice invoice) {
        return isDraft(invoice)
                ? taxed(new Detail(invoice, List.of(), List.of(), null, null)).invoice()
                : invoice;
    }

    /** Of a draft, with its tax row by row; anything else as it stands. */
    Detail taxed(Detail found) {
        var invoice = found.invoice();
        if (!isDraft(invoice)) {
            return found;
        }
        var id = new InvoiceId(invoice.invoiceId());
        return directory
                .tax(id)
                .map(answer -> switch (answer) {
                    case Taxed taxed -> taxed(found, taxed);
                    case NotTaxable(var sentence, var remedy) ->
                        new Detail(
                                invoice.withTax(
                                        null, null, invoice.rounding(), new TaxRefused("X-02", sentence, remedy)),
                                found.lines(),
                                found.taxes(),
                                null,
                                found.inEntityCurrency());
                })
                .orElse(found);
    }

    private Detail taxed(Detail found, Taxed taxed) {
        var invoice = found.invoice();
        var currency = Objects.requireNonNull(invoice.currency(), "a draft has a currency");
        var tax = TaxComputation.total(taxed.rows(), currency);
        var gross = WireAmount.money(invoice.net(), currency).plus(tax);
        var step = directory.payableStep(new InvoiceId(invoice.invoiceId())).orElse(null);
        var rounding = Payable.rounding(gross, step);
        var treatment = taxed.treatment();
        return new Detail(
                invoice.withTax(
                        WireAmount.amount(tax),
                        WireAmount.amount(gross),
                        rounding == null ? invoice.rounding() : rounding.getAmount(),
                        null),
                found.lines(),
                taxed.rows().stream().map(DraftTaxes::row).toList(),
                new Treatment(
                        treatment.getRounding(),
                        treatment.getRoundingReason(),
                        treatment.getEngine(),
                        treatment.getRuleVersion()),
                found.inEntityCurrency());
    }

    private static Tax row(TaxRow row) {
        return new Tax(
                Objects.requireNonNullElse(row.getCode(), row.getCategory()),
                row.getRegion(),
                row.getCategory(),
                row.getRate(),
                row.getBase(),
                row.getTax(),
                row.getReason(),
                row.getDays());
    }

    private static boolean isDraft(Invoice invoice) {
        return invoice.status().equals("drafted") && invoice.currency() != null;
    }
}
