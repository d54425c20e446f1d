package io.fairlead.billing.deduction;

import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.shared.Check;
import io.fairlead.shared.Happened;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Note that the payer contests an invoice.
 *
 * @param invoiceId the invoice
 * @param reason why, at most 400 characters
 * @param on since when
 * @param disputedBy issuer|subject
 */
public record DisputeInvoice(
        @TargetAggregateIdentifier InvoiceId invoiceId,
        String reason,
        @Happened("valueDate") LocalDate on,
        String disputedBy) {

    public DisputeInvoice {
        Check.text("reason", reason, 400);
        Check.day("on", on);
        Check.actor("disputedBy", disputedBy);
    }
}
