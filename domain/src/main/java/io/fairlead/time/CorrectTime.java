package io.fairlead.time;

import io.fairlead.shared.Check;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Change recorded time before its approval.
 *
 * @param timeEntryId its key
 * @param workDate day of work
 * @param seconds 1..86400 (T-01)
 * @param reason why
 * @param author who enters it, issuer|subject
 */
public record CorrectTime(
        @TargetAggregateIdentifier TimeEntryId timeEntryId,
        LocalDate workDate,
        int seconds,
        String reason,
        String author) {

    public CorrectTime {
        Check.day("workDate", workDate);
        TimeRules.requireWorkedTime(seconds);
        Check.text("reason", reason, 400);
        Check.text("author", author, 200);
    }
}
