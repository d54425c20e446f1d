package io.fairlead.time;

import io.fairlead.shared.Check;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Accept submitted time.
 *
 * @param timeEntryId its key
 * @param approvedBy who decides, issuer|subject; never the author (T-03)
 * @param at from the caller's clock
 */
public record ApproveTime(@TargetAggregateIdentifier TimeEntryId timeEntryId, String approvedBy, Instant at) {

    public ApproveTime {
        Check.actor("approvedBy", approvedBy);
    }
}
