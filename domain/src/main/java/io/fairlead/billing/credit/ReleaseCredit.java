package io.fairlead.billing.credit;

import io.fairlead.billing.invoice.InvoiceId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Give back to an invoice what a discarded credit note had reserved.
 *
 * @param invoiceId the invoice
 * @param creditNoteId the discarded credit note
 * @param reason why it was discarded
 */
public record ReleaseCredit(@TargetAggregateIdentifier InvoiceId invoiceId, CreditNoteId creditNoteId, String reason) {}
