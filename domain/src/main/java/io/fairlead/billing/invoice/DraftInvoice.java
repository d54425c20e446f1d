package io.fairlead.billing.invoice;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Complete a draft.
 *
 * @param invoiceId the draft
 * @param terms who bills whom, and when
 */
public record DraftInvoice(@TargetAggregateIdentifier InvoiceId invoiceId, InvoiceTerms terms) {}
