package io.fairlead.party;

import io.fairlead.shared.Check;
import io.fairlead.shared.TaxCategories;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Settle or change the tax treatment of a customer.
 *
 * @param customerId its code
 * @param taxId null when it has none
 * @param taxCategory UNCL5305
 */
public record ChangeCustomerTaxProfile(
        @TargetAggregateIdentifier CustomerId customerId,
        @Nullable String taxId,
        String taxCategory) {

    public ChangeCustomerTaxProfile {
        Check.textOrNull("taxId", taxId, 40);
        Check.oneOf("taxCategory", taxCategory, TaxCategories.ALL);
    }
}
