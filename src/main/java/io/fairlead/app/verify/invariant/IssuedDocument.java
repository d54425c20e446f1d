package io.fairlead.app.verify.invariant;

import io.fairlead.billing.event.CreditNoteIssued;
import io.fairlead.billing.event.InvoiceIssued;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What an issued invoice and an issued credit note have in common: number, seller and amounts. */
public record IssuedDocument(
        String id,
        String number,
        LocalDate issueDate,
        String legalEntityId,
        String currency,
        BigDecimal net,
        BigDecimal tax,
        BigDecimal gross) {

    public static IssuedDocument of(InvoiceIssued event) {
        return new IssuedDocument(
                event.getInvoiceId(),
                event.getNumber(),
                event.getIssueDate(),
                event.getLegalEntityId(),
                event.getCurrency(),
                event.getNet(),
                event.getTax(),
                event.getGross());
    }

    public static IssuedDocument of(CreditNoteIssued event) {
        return new IssuedDocument(
                event.getCreditNoteId(),
                event.getNumber(),
                event.getIssueDate(),
                event.getLegalEntityId(),
                event.getCurrency(),
                event.getNet(),
                event.getTax(),
                event.getGross());
    }
}
