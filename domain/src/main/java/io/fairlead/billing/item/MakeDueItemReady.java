package io.fairlead.billing.item;

import io.fairlead.shared.Happened;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Let a scheduled instalment be billed, since its day has come.
 *
 * @param billingItemId its key
 * @param cutOff last due date taken
 */
public record MakeDueItemReady(
        @TargetAggregateIdentifier BillingItemId billingItemId,
        @Happened LocalDate cutOff) {}
