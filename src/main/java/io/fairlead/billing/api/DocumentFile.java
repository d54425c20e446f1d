package io.fairlead.billing.api;

import io.fairlead.gateway.document.BillDocument;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** A document as a file that bears its number. */
final class DocumentFile {

    private DocumentFile() {}

    /** The answer under the document's number, or as a draft. */
    static ResponseEntity<byte[]> of(ResponseEntity<byte[]> answer, Optional<BillDocument> document, String ending) {
        var name = document.map(BillDocument::number).orElse("draft") + ending;
        var disposition = ContentDisposition.inline().filename(name).build();
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(answer.getBody());
    }
}
