package io.fairlead.billing;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Claim a ready item for a draft invoice.
 *
 * @param billingItemId its key
 * @param invoiceId the draft
 */
public record PutBillingItemOnDraft(
        @TargetAggregateIdentifier BillingItemId billingItemId, InvoiceId invoiceId) {}
