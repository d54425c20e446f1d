package io.fairlead.billing.invoice;

import io.fairlead.shared.Check;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Make an approved invoice a draft again, while the ERP has not accepted it.
 *
 * @param invoiceId the invoice
 * @param reason why
 * @param returnedBy who, issuer|subject
 */
public record ReturnInvoice(@TargetAggregateIdentifier InvoiceId invoiceId, String reason, String returnedBy) {

    public ReturnInvoice {
        Check.text("reason", reason, 400);
        Check.actor("returnedBy", returnedBy);
    }
}
