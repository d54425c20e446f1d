package io.fairlead.billing.api;

import io.fairlead.billing.einvoice.DraftReadiness;
import io.fairlead.billing.einvoice.EInvoiceFinding;
import io.fairlead.billing.einvoice.EInvoiceReadiness;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.gateway.document.BillDocument;
import io.fairlead.gateway.document.PdfDocument;
import io.fairlead.gateway.document.UblDocument;
import io.fairlead.gateway.paper.Typefaces;
import io.fairlead.shared.RuleViolated;
import java.util.List;
import java.util.stream.Collectors;

/** An invoice as a file; a draft tells what it lacks while that can still be supplied. Part of {@link DocumentApi}. */
final class InvoiceFiles {

    private final DraftReadiness readiness;
    private final Typefaces typefaces;

    InvoiceFiles(DraftReadiness readiness, Typefaces typefaces) {
        this.readiness = readiness;
        this.typefaces = typefaces;
    }

    byte[] pdf(BillDocument document, InvoiceId id) {
        return PdfDocument.of(
                document,
                document.draft() ? readiness.of(id).map(EInvoiceReadiness::told).orElse(List.of()) : List.of(),
                typefaces);
    }

    /** @throws RuleViolated UBL_... naming what is missing, of a draft all that is */
    byte[] ubl(BillDocument document, InvoiceId id) {
        if (!document.draft()) {
            return UblDocument.of(document);
        }
        var lacks = readiness.of(id).map(EInvoiceReadiness::findings).orElse(List.of());
        if (lacks.isEmpty()) {
            throw new RuleViolated(
                    "UBL_NOT_ISSUED", "invoiceId", "only an issued document is sent", "approve it first");
        }
        var first = lacks.getFirst();
        throw new RuleViolated(
                first.code(),
                first.field(),
                lacks.stream().map(EInvoiceFinding::sentence).collect(Collectors.joining("; ")),
                first.remedy());
    }
}
