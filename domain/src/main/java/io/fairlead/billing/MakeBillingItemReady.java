package io.fairlead.billing;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Let an item be billed.
 *
 * @param billingItemId its key
 * @param terms what is billed
 * @param serviceDate day of acceptance
 */
public record MakeBillingItemReady(
        @TargetAggregateIdentifier BillingItemId billingItemId, MilestoneTerms terms, LocalDate serviceDate) {}
