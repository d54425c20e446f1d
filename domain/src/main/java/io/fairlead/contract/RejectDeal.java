package io.fairlead.contract;

import io.fairlead.shared.Check;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Say that a deal will never become a contract.
 *
 * @param dealId its key
 * @param reason why
 */
public record RejectDeal(@TargetAggregateIdentifier DealId dealId, String reason) {

    public RejectDeal {
        Check.text("reason", reason, 400);
    }
}
