package io.fairlead.party;

import io.fairlead.shared.Check;
import io.fairlead.shared.Foreseen;
import io.fairlead.shared.TaxCategories;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Settle or change the tax treatment of a customer.
 *
 * @param customerId its code
 * @param taxId null when it has none
 * @param taxCategory UNCL5305
 * @param from first day of service that it holds for, until the next one told; null means from the beginning
 */
public record ChangeCustomerTaxProfile(
        @TargetAggregateIdentifier CustomerId customerId,
        @Nullable String taxId,
        String taxCategory,
        @Foreseen @Nullable LocalDate from) {

    public ChangeCustomerTaxProfile {
        Check.textOrNull("taxId", taxId, 40);
        Check.oneOf("taxCategory", taxCategory, TaxCategories.ALL);
        if (from != null) {
            Check.day("from", from);
        }
    }
}
