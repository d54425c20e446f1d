package io.fairlead.party;

import io.fairlead.shared.Check;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Note that an outside system knows the customer.
 *
 * @param customerId its code
 * @param target the outside system
 * @param externalId its identifier there
 */
public record RecordCustomerProvisioned(
        @TargetAggregateIdentifier CustomerId customerId, String target, String externalId) {

    public RecordCustomerProvisioned {
        Check.text("target", target, 40);
        Check.text("externalId", externalId, 200);
    }
}
