package io.fairlead.time;

import io.fairlead.shared.Check;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Send submitted time back.
 *
 * @param timeEntryId its key
 * @param rejectedBy who decides, issuer|subject
 * @param reason why
 * @param at from the caller's clock
 */
public record RejectTime(
        @TargetAggregateIdentifier TimeEntryId timeEntryId, String rejectedBy, String reason, Instant at) {

    public RejectTime {
        Check.text("reason", reason, 400);
        Check.actor("rejectedBy", rejectedBy);
    }
}
