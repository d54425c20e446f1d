package io.fairlead.billing.api;

import io.fairlead.app.web.Reads;
import io.fairlead.billing.credit.CreditNoteId;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.gateway.document.BillDocument;
import io.fairlead.gateway.document.BillDocuments;
import io.fairlead.gateway.document.FacturX;
import io.fairlead.gateway.paper.Typefaces;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Issued invoices and credit notes as one file that people read and machines book. */
@RestController
@RequestMapping("/v1")
@Tag(name = "Documents")
public class FacturXApi {

    private final Reads reads;
    private final BillDocuments documents;
    private final Typefaces typefaces;

    FacturXApi(Reads reads, BillDocuments documents, Typefaces typefaces) {
        this.reads = reads;
        this.documents = documents;
        this.typefaces = typefaces;
    }

    @GetMapping(path = "/invoices/{id}/facturx", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(
            summary = "An issued invoice as Factur-X (ZUGFeRD)",
            description = "A PDF/A-3b with the invoice as XML inside, profile EN 16931. It needs neither an electronic "
                    + "address nor a reference, unlike UBL; what is missing is named by a code that begins with UBL_.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> invoiceFacturX(
            @PathVariable String id, @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        var key = InvoiceId.of(id);
        return file(key, atLeast, documents.invoice(key.value()));
    }

    @GetMapping(path = "/credit-notes/{id}/facturx", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(
            summary = "An issued credit note as Factur-X (ZUGFeRD)",
            description = "What is missing for it is named by a code that begins with UBL_.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> creditNoteFacturX(
            @PathVariable String id, @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        var key = CreditNoteId.of(id);
        return file(key, atLeast, documents.creditNote(key.value()));
    }

    private ResponseEntity<byte[]> file(Object id, @Nullable Long atLeast, Optional<BillDocument> document) {
        return DocumentFile.of(
                reads.one(id, atLeast, () -> document.map(bill -> FacturX.of(bill, typefaces))), document, ".pdf");
    }
}
