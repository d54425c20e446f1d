package io.fairlead.billing.invoice;

import io.fairlead.shared.ExchangeRate;
import io.fairlead.shared.Happened;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Make an approved, staged invoice a legal document.
 *
 * @param invoiceId the invoice
 * @param number as printed
 * @param series of the number
 * @param year of the series
 * @param issueDate as numbered
 * @param parties seller and buyer as they are now
 * @param bookingFx of the issue date, to the seller's book currency (R13); null when the invoice is in it
 */
public record IssueInvoice(
        @TargetAggregateIdentifier InvoiceId invoiceId,
        String number,
        String series,
        int year,
        @Happened LocalDate issueDate,
        Parties parties,
        @Nullable ExchangeRate bookingFx) {}
