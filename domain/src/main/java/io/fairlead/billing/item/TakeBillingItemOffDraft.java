package io.fairlead.billing.item;

import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.shared.Check;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Let a claimed item go.
 *
 * @param billingItemId its key
 * @param invoiceId the draft
 * @param reason why
 */
public record TakeBillingItemOffDraft(
        @TargetAggregateIdentifier BillingItemId billingItemId, InvoiceId invoiceId, String reason) {

    public TakeBillingItemOffDraft {
        Check.text("reason", reason, 400);
    }
}
