package io.fairlead.contract;

import io.fairlead.shared.Check;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Keep work of a contract out of billing runs until the hold is lifted.
 *
 * @param contractId its key
 * @param lineNo the one line; null means the whole contract
 * @param reason why, for people
 * @param heldBy who, issuer|subject
 * @param at from the caller's clock
 */
public record HoldBilling(
        @TargetAggregateIdentifier ContractId contractId,
        @Nullable Integer lineNo,
        String reason,
        String heldBy,
        Instant at) {

    public HoldBilling {
        Check.text("reason", reason, 400);
        Check.actor("heldBy", heldBy);
    }
}
