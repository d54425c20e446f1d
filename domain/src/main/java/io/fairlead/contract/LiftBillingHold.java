package io.fairlead.contract;

import io.fairlead.shared.Check;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Let billing runs take work again that was held.
 *
 * @param contractId its key
 * @param lineNo the one line; null means the whole contract
 * @param reason why, for people
 * @param liftedBy who, issuer|subject
 * @param at from the caller's clock
 */
public record LiftBillingHold(
        @TargetAggregateIdentifier ContractId contractId,
        @Nullable Integer lineNo,
        String reason,
        String liftedBy,
        Instant at) {

    public LiftBillingHold {
        Check.text("reason", reason, 400);
        Check.actor("liftedBy", liftedBy);
    }
}
