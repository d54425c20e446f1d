package io.fairlead.time;

import io.fairlead.shared.Check;
import io.fairlead.shared.Foreseen;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Keep unbilled time out of billing runs for a while.
 *
 * @param timeEntryId its key
 * @param until runs with a cut-off from this day on take it again
 * @param reason why
 * @param deferredBy who decides, issuer|subject
 */
public record DeferTime(
        @TargetAggregateIdentifier TimeEntryId timeEntryId,
        @Foreseen LocalDate until,
        String reason,
        String deferredBy) {

    public DeferTime {
        Check.day("until", until);
        Check.text("reason", reason, 400);
        Check.actor("deferredBy", deferredBy);
    }
}
