package io.fairlead.time;

import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.shared.Check;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Let claimed time go.
 *
 * @param timeEntryId its key
 * @param invoiceId the draft
 * @param reason why
 */
public record TakeTimeOffDraft(@TargetAggregateIdentifier TimeEntryId timeEntryId, InvoiceId invoiceId, String reason) {

    public TakeTimeOffDraft {
        Check.text("reason", reason, 400);
    }
}
