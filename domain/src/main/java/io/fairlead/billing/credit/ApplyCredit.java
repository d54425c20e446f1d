package io.fairlead.billing.credit;

import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.shared.Happened;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Lower what is open of an invoice by an issued credit note that it granted.
 *
 * @param invoiceId the invoice
 * @param creditNoteId the credit note
 * @param number of the credit note as printed
 * @param issueDate of the credit note
 */
public record ApplyCredit(
        @TargetAggregateIdentifier InvoiceId invoiceId,
        CreditNoteId creditNoteId,
        String number,
        @Happened LocalDate issueDate) {}
