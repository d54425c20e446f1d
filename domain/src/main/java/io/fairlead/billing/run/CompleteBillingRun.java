package io.fairlead.billing.run;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Close a run whose invoices are all drafted or discarded.
 *
 * @param billingRunId the run
 * @param at from the caller's clock
 */
public record CompleteBillingRun(@TargetAggregateIdentifier BillingRunId billingRunId, Instant at) {}
