package io.fairlead.billing.item;

import io.fairlead.shared.Foreseen;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Plan something other than time to be billed.
 *
 * @param billingItemId its key
 * @param terms what is billed
 * @param dueOn day it is expected
 */
public record ScheduleBillingItem(
        @TargetAggregateIdentifier BillingItemId billingItemId,
        BillingItemTerms terms,
        @Foreseen LocalDate dueOn) {}
