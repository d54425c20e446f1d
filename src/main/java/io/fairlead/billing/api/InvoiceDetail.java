package io.fairlead.billing.api;

import io.fairlead.billing.view.InvoiceQuery;
import io.fairlead.gateway.document.BillDocuments;
import io.fairlead.gateway.document.PdfDocument;
import io.fairlead.gateway.paper.Typefaces;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invoice with all that is printed on it.
 *
 * @param treatment null before approval
 * @param inEntityCurrency null when the invoice is in the book currency, or before issue
 */
public record InvoiceDetail(
        InvoiceQuery.Invoice invoice,
        List<InvoiceQuery.Line> lines,
        List<InvoiceQuery.Tax> taxes,
        InvoiceQuery.@Nullable Treatment treatment,
        InvoiceQuery.@Nullable InEntityCurrency inEntityCurrency,

        @Schema(
                description =
                        "characters that its PDF cannot draw, told while it is a draft: change the text, or give the"
                                + " machine a typeface that has them (FAIRLEAD_FONTS)",
                example = "[\"U+0905 DEVANAGARI LETTER A\"]")
        List<String> lackingSigns) {

    static InvoiceDetail of(InvoiceQuery.Detail detail, BillDocuments documents, Typefaces typefaces) {
        var invoice = detail.invoice();
        var lacking = invoice.status().equals("drafted")
                ? documents
                        .invoice(invoice.invoiceId())
                        .map(document -> PdfDocument.lackingSigns(document, typefaces))
                        .orElse(List.of())
                : List.<String>of();
        return new InvoiceDetail(
                invoice, detail.lines(), detail.taxes(), detail.treatment(), detail.inEntityCurrency(), lacking);
    }
}
