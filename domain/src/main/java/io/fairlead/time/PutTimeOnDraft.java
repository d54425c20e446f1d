package io.fairlead.time;

import io.fairlead.billing.InvoiceId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Claim priced time for a draft invoice.
 *
 * @param timeEntryId its key
 * @param invoiceId the draft
 */
public record PutTimeOnDraft(@TargetAggregateIdentifier TimeEntryId timeEntryId, InvoiceId invoiceId) {}
