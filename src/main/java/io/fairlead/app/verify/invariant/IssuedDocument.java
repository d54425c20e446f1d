package io.fairlead.app.verify.invariant;

import io.fairlead.billing.event.CreditNoteIssued;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.PayableRounding;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an issued invoice and an issued credit note have in common: number, days, who they are between, and amounts.
 *
 * @param credits the invoice that it credits; empty for an invoice
 */
public record IssuedDocument(
        String id,
        String number,
        LocalDate issueDate,
        LocalDate dueDate,
        String legalEntityId,
        String customerId,
        String credits,
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
                event.getDueDate(),
                event.getLegalEntityId(),
                event.getCustomerId(),
                "",
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
                event.getIssueDate(), // The ERP is told that it is due at once.
                event.getLegalEntityId(),
                event.getCustomerId(),
                event.getInvoiceId(),
                event.getCurrency(),
                event.getNet(),
                event.getTax(),
                event.getGross(),
                rounding(event.getPayableRounding()));
    }
}
