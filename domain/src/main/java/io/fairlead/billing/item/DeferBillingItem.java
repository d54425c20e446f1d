package io.fairlead.billing.item;

import io.fairlead.shared.Check;
import io.fairlead.shared.Foreseen;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Leave what is left of an item out of earlier billing runs.
 *
 * @param billingItemId its key
 * @param until first cut-off that takes it again
 * @param reason why
 * @param deferredBy issuer|subject
 */
public record DeferBillingItem(
        @TargetAggregateIdentifier BillingItemId billingItemId,
        @Foreseen LocalDate until,
        String reason,
        String deferredBy) {

    public DeferBillingItem {
        Check.day("until", until);
        Check.text("reason", reason, 400);
        Check.actor("deferredBy", deferredBy);
    }
}
