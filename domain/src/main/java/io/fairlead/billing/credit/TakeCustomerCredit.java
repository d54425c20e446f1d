package io.fairlead.billing.credit;

import io.fairlead.billing.event.CustomerCreditAssigned;
import io.fairlead.billing.invoice.InvoiceId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Take what is owed to an invoice's payer elsewhere: less of the invoice is open.
 *
 * @param invoiceId the invoice
 * @param assigned as it was set against it
 */
public record TakeCustomerCredit(@TargetAggregateIdentifier InvoiceId invoiceId, CustomerCreditAssigned assigned) {}
