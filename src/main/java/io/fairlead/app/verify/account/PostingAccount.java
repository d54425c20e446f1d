package io.fairlead.app.verify.account;

import io.fairlead.billing.event.CreditNotePosted;
import io.fairlead.billing.event.InvoicePosted;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** What the ERP told of the documents that it posted. */
public final class PostingAccount implements RunningAccount {

    private final Map<String, Posting> byDocument = new HashMap<>();

    /**
     * What it told of one.
     *
     * @param number the ERP's own
     * @param day it counts for in the ERP's books
     */
    public record Posting(String number, LocalDate day) {}

    @Override
    public void book(SpecificRecord event) {
        switch (event) {
            case InvoicePosted e -> byDocument.put(e.getInvoiceId(), new Posting(e.getErpDocument(), e.getPostedOn()));
            case CreditNotePosted e ->
                byDocument.put(e.getCreditNoteId(), new Posting(e.getErpDocument(), e.getPostedOn()));
            default -> {}
        }
    }

    /** By invoice or credit note. */
    public Map<String, Posting> byDocument() {
        return Collections.unmodifiableMap(byDocument);
    }
}
