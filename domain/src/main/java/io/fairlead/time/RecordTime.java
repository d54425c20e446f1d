package io.fairlead.time;

import io.fairlead.resource.PersonId;
import io.fairlead.shared.Check;
import io.fairlead.shared.Happened;
import io.fairlead.shared.TimeClasses;
import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Enter worked time.
 *
 * @param timeEntryId its key
 * @param source system it came from
 * @param sourceId identifier there
 * @param personId who worked
 * @param target what the time is for
 * @param workType kind of work
 * @param startAt begin; null when only the day is known
 * @param workDate day of work in the contract's zone
 * @param seconds 1..86400 (T-01)
 * @param timeClass BILLABLE, CREDITED or NON_BILLABLE
 * @param note what was done
 * @param author who enters it, issuer|subject
 */
public record RecordTime(
        @TargetAggregateIdentifier TimeEntryId timeEntryId,
        String source,
        String sourceId,
        PersonId personId,
        TimeTarget target,
        @Nullable String workType,
        @Nullable Instant startAt,
        @Happened LocalDate workDate,
        int seconds,
        String timeClass,
        @Nullable String note,
        String author) {

    public RecordTime {
        Check.text("source", source, 40);
        Check.text("sourceId", sourceId, 200);
        Check.textOrNull("workType", workType, 60);
        Check.day("workDate", workDate);
        TimeRules.requireWorkedTime(seconds);
        Check.oneOf("timeClass", timeClass, TimeClasses.ALL);
        Check.textOrNull("note", note, 1000);
        Check.actor("author", author);
    }
}
