package io.fairlead.billing.item;

import io.fairlead.shared.Check;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Give up an item that is only planned or proposed.
 *
 * @param billingItemId its key
 * @param reason why
 */
public record WithdrawBillingItem(@TargetAggregateIdentifier BillingItemId billingItemId, String reason) {

    public WithdrawBillingItem {
        Check.text("reason", reason, 400);
    }
}
