package io.fairlead.time;

import io.fairlead.shared.Check;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Accept the rate that was proposed for an entry.
 *
 * @param timeEntryId its key
 * @param approvedBy who decides, issuer|subject; never who asked, entered or worked (T-03)
 * @param at from the caller's clock
 */
public record ApproveTimeRate(@TargetAggregateIdentifier TimeEntryId timeEntryId, String approvedBy, Instant at) {

    public ApproveTimeRate {
        Check.actor("approvedBy", approvedBy);
    }
}
