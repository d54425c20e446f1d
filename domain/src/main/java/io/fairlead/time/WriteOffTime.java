package io.fairlead.time;

import io.fairlead.shared.Check;
import io.fairlead.shared.Happened;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Give up unbilled time on purpose.
 *
 * @param timeEntryId its key
 * @param seconds how much of it; null means everything left
 * @param reason why
 * @param writtenOffBy who decides, issuer|subject
 * @param accountingDate day it counts for in the books
 */
public record WriteOffTime(
        @TargetAggregateIdentifier TimeEntryId timeEntryId,
        @Nullable Integer seconds,
        String reason,
        String writtenOffBy,
        @Happened LocalDate accountingDate) {

    public WriteOffTime {
        if (seconds != null) {
            TimeRules.requireWorkedTime(seconds);
        }
        Check.text("reason", reason, 400);
        Check.actor("writtenOffBy", writtenOffBy);
        Check.day("accountingDate", accountingDate);
    }
}
