package io.fairlead.billing;

import io.fairlead.shared.AmountPortion;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Claim a ready item, or a portion of it, for a draft invoice.
 *
 * @param billingItemId its key
 * @param invoiceId the draft
 * @param portion what of it; null means all that is left
 */
public record PutBillingItemOnDraft(
        @TargetAggregateIdentifier BillingItemId billingItemId,
        InvoiceId invoiceId,
        @Nullable AmountPortion portion) {

    /** All that is left. */
    public PutBillingItemOnDraft(BillingItemId billingItemId, InvoiceId invoiceId) {
        this(billingItemId, invoiceId, null);
    }
}
