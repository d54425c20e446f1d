package io.fairlead.billing.credit;

import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.shared.Happened;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Make an approved, staged credit note a legal document.
 *
 * @param creditNoteId the credit note
 * @param number as printed
 * @param series of the number
 * @param year of the series
 * @param issueDate as numbered
 * @param invoice the invoice as it was issued: its parties and rates are kept (R12)
 */
public record IssueCreditNote(
        @TargetAggregateIdentifier CreditNoteId creditNoteId,
        String number,
        String series,
        int year,
        @Happened LocalDate issueDate,
        InvoiceIssued invoice) {}
