package io.fairlead.billing;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Make an approved, staged invoice a legal document.
 *
 * @param invoiceId the invoice
 * @param number as printed
 * @param series of the number
 * @param year of the series
 * @param issueDate as numbered
 * @param parties seller and buyer as they are now
 */
public record IssueInvoice(
        @TargetAggregateIdentifier InvoiceId invoiceId,
        String number,
        String series,
        int year,
        LocalDate issueDate,
        Parties parties) {}
