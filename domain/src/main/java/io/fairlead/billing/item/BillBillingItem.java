package io.fairlead.billing.item;

import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.shared.Happened;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Note that a claimed item stands on an issued invoice.
 *
 * @param billingItemId its key
 * @param invoiceId the invoice
 * @param invoiceNumber as printed
 * @param invoiceLineNo from 1
 * @param issueDate the accounting date
 */
public record BillBillingItem(
        @TargetAggregateIdentifier BillingItemId billingItemId,
        InvoiceId invoiceId,
        String invoiceNumber,
        int invoiceLineNo,
        @Happened LocalDate issueDate) {}
