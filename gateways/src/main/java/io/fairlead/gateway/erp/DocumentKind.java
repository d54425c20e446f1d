package io.fairlead.gateway.erp;

import io.fairlead.billing.credit.CreditNoteId;

/** What a document is to the buyer, told once by its id; both kinds go to the ERP in the same way. */
public enum DocumentKind {
    INVOICE,
    CREDIT_NOTE;

    static DocumentKind of(String documentId) {
        return CreditNoteId.isOne(documentId) ? CREDIT_NOTE : INVOICE;
    }
}
