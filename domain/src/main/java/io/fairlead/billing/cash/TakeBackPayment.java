package io.fairlead.billing.cash;

import io.fairlead.billing.event.ReceiptUnapplied;
import io.fairlead.billing.invoice.InvoiceId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Take a payment off an invoice again.
 *
 * @param invoiceId the invoice
 * @param unapplied as the receipt told it
 */
public record TakeBackPayment(@TargetAggregateIdentifier InvoiceId invoiceId, ReceiptUnapplied unapplied) {}
