package io.fairlead.app.verify.invariant;

import io.fairlead.billing.event.CreditNoteIssued;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.PayableRounding;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What an issued invoice and an issued credit note have in common: number, seller and amounts. */
public record IssuedDocument(
        String id,
        String number,
        LocalDate issueDate,
        String legalEntityId,
        String currency,
        BigDecimal net,
        BigDecimal tax,
        BigDecimal gross,
        BigDecimal rounding) {

    public static IssuedDocument of(InvoiceIssued event) {
        return new IssuedDocument(
                event.getInvoiceId(),
                event.getNumber(),
                event.getIssueDate(),
                event.getLegalEntityId(),
                event.getCurrency(),
                event.getNet(),
                event.getTax(),
                event.getGross(),
                rounding(event.getPayableRounding()));
    }

    private static BigDecimal rounding(@Nullable PayableRounding rounding) {
        return rounding == null ? BigDecimal.ZERO : rounding.getAmount();
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
                event.getGross(),
                rounding(event.getPayableRounding()));
    }
}
