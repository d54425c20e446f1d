package io.fairlead.time;

import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.shared.Happened;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Note that claimed time stands on an issued invoice.
 *
 * @param timeEntryId its key
 * @param invoiceId the invoice
 * @param invoiceNumber as printed
 * @param invoiceLineNo from 1
 * @param issueDate the accounting date
 */
public record BillTime(
        @TargetAggregateIdentifier TimeEntryId timeEntryId,
        InvoiceId invoiceId,
        String invoiceNumber,
        int invoiceLineNo,
        @Happened LocalDate issueDate) {}
