package io.fairlead.billing.api;

import io.fairlead.app.web.Reads;
import io.fairlead.billing.credit.CreditNoteId;
import io.fairlead.billing.einvoice.DraftReadiness;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.gateway.document.BillDocument;
import io.fairlead.gateway.document.BillDocuments;
import io.fairlead.gateway.document.PdfDocument;
import io.fairlead.gateway.document.UblDocument;
import io.fairlead.gateway.paper.Typefaces;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Invoices and credit notes as documents: what is sent to buyers. */
@RestController
@RequestMapping("/v1")
@Tag(name = "Documents")
public class DocumentApi {

    private final Reads reads;
    private final BillDocuments documents;
    private final Typefaces typefaces;
    private final InvoiceFiles files;

    DocumentApi(Reads reads, BillDocuments documents, DraftReadiness readiness, Typefaces typefaces) {
        this.reads = reads;
        this.documents = documents;
        this.typefaces = typefaces;
        this.files = new InvoiceFiles(readiness, typefaces);
    }

    @GetMapping(path = "/invoices/{id}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(
            summary = "An invoice as PDF",
            description = "An issued one never changes; a draft bears the word across every page.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> invoicePdf(
            @PathVariable String id, @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        var key = InvoiceId.of(id);
        return file(key, atLeast, documents.invoice(key.value()), document -> files.pdf(document, key), ".pdf");
    }

    @GetMapping(path = "/invoices/{id}/ubl", produces = MediaType.APPLICATION_XML_VALUE)
    @Operation(
            summary = "An issued invoice as UBL 2.1 by Peppol BIS Billing 3",
            description =
                    "What is missing for it is named by a code that begins with UBL_, of a draft before it is issued.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/xml", schema = @Schema(type = "string")))
    ResponseEntity<byte[]> invoiceUbl(
            @PathVariable String id, @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        var key = InvoiceId.of(id);
        return file(key, atLeast, documents.invoice(key.value()), document -> files.ubl(document, key), ".xml");
    }

    @GetMapping(path = "/credit-notes/{id}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(
            summary = "A credit note as PDF",
            description = "An issued one never changes; a draft bears the word across every page.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> creditNotePdf(
            @PathVariable String id, @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        var key = CreditNoteId.of(id);
        return file(key, atLeast, documents.creditNote(key.value()), this::pdf, ".pdf");
    }

    @GetMapping(path = "/credit-notes/{id}/ubl", produces = MediaType.APPLICATION_XML_VALUE)
    @Operation(
            summary = "An issued credit note as UBL 2.1 by Peppol BIS Billing 3",
            description = "What is missing for it is named by a code that begins with UBL_.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/xml", schema = @Schema(type = "string")))
    ResponseEntity<byte[]> creditNoteUbl(
            @PathVariable String id, @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        var key = CreditNoteId.of(id);
        return file(key, atLeast, documents.creditNote(key.value()), UblDocument::of, ".xml");
    }

    private byte[] pdf(BillDocument document) {
        return PdfDocument.of(document, List.of(), typefaces);
    }

    private ResponseEntity<byte[]> file(
            Object id,
            @Nullable Long atLeast,
            Optional<BillDocument> document,
            Function<BillDocument, byte[]> written,
            String ending) {
        return DocumentFile.of(reads.one(id, atLeast, () -> document.map(written)), document, ending);
    }
}
