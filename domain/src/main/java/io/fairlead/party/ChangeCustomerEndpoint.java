package io.fairlead.party;

import io.fairlead.shared.Check;
import io.fairlead.shared.Foreseen;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Set where a customer takes electronic invoices, and its entry in a register.
 *
 * @param customerId its code
 * @param endpoint electronic address; null when it follows from the tax identifier
 * @param registration in the register of companies; null when it tells none
 * @param from first day of issue that it holds for, until the next one told; null means from the beginning
 */
public record ChangeCustomerEndpoint(
        @TargetAggregateIdentifier CustomerId customerId,
        @Nullable SchemedId endpoint,
        @Nullable SchemedId registration,
        @Foreseen @Nullable LocalDate from) {

    public ChangeCustomerEndpoint {
        if (from != null) {
            Check.day("from", from);
        }
    }
}
