package io.fairlead.billing.invoice;

import io.fairlead.shared.Check;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Take all lines of a source off a draft, as {@link RemoveInvoiceLine} does; nothing happens when none is of it.
 *
 * @param invoiceId the draft
 * @param sourceId time-entry:<uuid> or billing-item:<uuid>
 * @param reason why
 * @param removedBy who, issuer|subject
 */
public record RemoveSourceFromInvoice(
        @TargetAggregateIdentifier InvoiceId invoiceId, String sourceId, String reason, String removedBy) {

    public RemoveSourceFromInvoice {
        Check.text("reason", reason, 400);
        Check.actor("removedBy", removedBy);
    }
}
