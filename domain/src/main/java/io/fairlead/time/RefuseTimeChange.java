package io.fairlead.time;

import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.shared.Check;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Note that a draft keeps its line, so that the change which waited for it does not happen.
 *
 * @param timeEntryId its key
 * @param invoiceId the draft
 * @param reason why the line stays
 */
public record RefuseTimeChange(@TargetAggregateIdentifier TimeEntryId timeEntryId, InvoiceId invoiceId, String reason) {

    public RefuseTimeChange {
        Check.text("reason", reason, 400);
    }
}
