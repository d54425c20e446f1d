package io.fairlead.time;

import io.fairlead.billing.InvoiceId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Claim priced time for a draft invoice.
 *
 * @param timeEntryId its key
 * @param invoiceId the draft
 * @param portion the part that is claimed; null means everything left, under the next number
 */
public record PutTimeOnDraft(
        @TargetAggregateIdentifier TimeEntryId timeEntryId,
        InvoiceId invoiceId,
        @Nullable Portion portion) {

    /** Claims everything left. */
    public PutTimeOnDraft(TimeEntryId timeEntryId, InvoiceId invoiceId) {
        this(timeEntryId, invoiceId, null);
    }
}
