package io.fairlead.billing.invoice;

import io.fairlead.shared.Check;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Give up a draft; what it claimed is unbilled again.
 *
 * @param invoiceId the draft
 * @param reason why
 */
public record DiscardInvoice(@TargetAggregateIdentifier InvoiceId invoiceId, String reason) {

    public DiscardInvoice {
        Check.text("reason", reason, 400);
    }
}
