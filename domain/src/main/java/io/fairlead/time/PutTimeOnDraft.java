package io.fairlead.time;

import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.shared.Portion;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Claim priced time for a draft invoice.
 *
 * @param timeEntryId its key
 * @param invoiceId the draft
 * @param portion the part that is claimed
 */
public record PutTimeOnDraft(
        @TargetAggregateIdentifier TimeEntryId timeEntryId, InvoiceId invoiceId, Portion portion) {}
