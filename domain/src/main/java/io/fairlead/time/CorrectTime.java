package io.fairlead.time;

import io.fairlead.shared.Check;
import io.fairlead.shared.Happened;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Change recorded time. Approved time keeps its day; its price follows, or a credit is proposed for what is billed.
 *
 * @param timeEntryId its key
 * @param workDate day of work
 * @param seconds 1..86400 (T-01); 0 takes approved time back
 * @param reason why
 * @param author who enters it, issuer|subject
 */
public record CorrectTime(
        @TargetAggregateIdentifier TimeEntryId timeEntryId,
        @Happened LocalDate workDate,
        int seconds,
        String reason,
        String author) {

    public CorrectTime {
        Check.day("workDate", workDate);
        TimeRules.requireCorrectedTime(seconds);
        Check.text("reason", reason, 400);
        Check.actor("author", author);
    }
}
