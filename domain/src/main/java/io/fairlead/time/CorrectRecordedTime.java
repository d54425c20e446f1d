package io.fairlead.time;

import io.fairlead.shared.Check;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Change recorded time before its approval; approved time is refused (T-05). The door of the HTTP API until the views
 * follow corrections of approved time.
 *
 * @param timeEntryId its key
 * @param workDate day of work
 * @param seconds 1..86400 (T-01)
 * @param reason why
 * @param author who enters it, issuer|subject
 */
public record CorrectRecordedTime(
        @TargetAggregateIdentifier TimeEntryId timeEntryId,
        LocalDate workDate,
        int seconds,
        String reason,
        String author) {

    public CorrectRecordedTime {
        Check.day("workDate", workDate);
        TimeRules.requireWorkedTime(seconds);
        Check.text("reason", reason, 400);
        Check.text("author", author, 200);
    }

    CorrectTime correction() {
        return new CorrectTime(timeEntryId, workDate, seconds, reason, author);
    }
}
