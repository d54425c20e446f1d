package io.fairlead.party;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Set where a customer takes electronic invoices, and its entry in a register.
 *
 * @param customerId its code
 * @param endpoint electronic address; null when it follows from the tax identifier
 * @param registration in the register of companies; null when it tells none
 */
public record ChangeCustomerEndpoint(
        @TargetAggregateIdentifier CustomerId customerId,
        @Nullable SchemedId endpoint,
        @Nullable SchemedId registration) {}
