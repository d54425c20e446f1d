package io.fairlead.time;

import io.fairlead.shared.Check;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Take an approval back. On a draft the line is removed first; of billed time the approval stands, in doubt.
 *
 * @param timeEntryId its key
 * @param reason why
 * @param withdrawnBy who decides, issuer|subject
 * @param at from the caller's clock
 */
public record WithdrawTimeApproval(
        @TargetAggregateIdentifier TimeEntryId timeEntryId, String reason, String withdrawnBy, Instant at) {

    public WithdrawTimeApproval {
        Check.text("reason", reason, 400);
        Check.actor("withdrawnBy", withdrawnBy);
    }
}
