package io.fairlead.billing.item;

import io.fairlead.shared.Check;
import io.fairlead.shared.Happened;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Give up what is left of an item before it is billed.
 *
 * @param billingItemId its key
 * @param on the accounting date
 * @param reason why
 */
public record WriteOffBillingItem(
        @TargetAggregateIdentifier BillingItemId billingItemId,
        @Happened LocalDate on,
        String reason) {

    public WriteOffBillingItem {
        Check.day("on", on);
        Check.text("reason", reason, 400);
    }
}
