package io.fairlead.time;

import io.fairlead.shared.Check;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Offer recorded time for approval.
 *
 * @param timeEntryId its key
 * @param submittedBy who, issuer|subject
 * @param at from the caller's clock
 */
public record SubmitTime(@TargetAggregateIdentifier TimeEntryId timeEntryId, String submittedBy, Instant at) {

    public SubmitTime {
        Check.actor("submittedBy", submittedBy);
    }
}
