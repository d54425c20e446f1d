package io.fairlead.billing.item;

import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.shared.Portion;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Claim a ready item, or a portion of it, for a draft invoice.
 *
 * @param billingItemId its key
 * @param invoiceId the draft
 * @param portion what of it; null means all that remains
 */
public record PutBillingItemOnDraft(
        @TargetAggregateIdentifier BillingItemId billingItemId,
        InvoiceId invoiceId,
        @Nullable Portion portion) {

    /** All that remains. */
    public PutBillingItemOnDraft(BillingItemId billingItemId, InvoiceId invoiceId) {
        this(billingItemId, invoiceId, null);
    }
}
