package io.fairlead.time;

import io.fairlead.shared.Check;
import io.fairlead.shared.Happened;
import io.fairlead.shared.NameUuid;
import io.fairlead.shared.TimeClasses;
import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Time was for something else: it is an entry of its own there from now on. Nothing unbilled is left of this one; of what is
 * billed a credit is proposed.
 *
 * @param timeEntryId its key
 * @param target what it is for
 * @param timeClass BILLABLE, CREDITED or NON_BILLABLE there
 * @param workDate day of work in the target's zone
 * @param reason why
 * @param movedBy who decides, issuer|subject; of approved time neither its author nor who worked (T-03)
 * @param at from the caller's clock
 */
public record MoveTime(
        @TargetAggregateIdentifier TimeEntryId timeEntryId,
        TimeTarget target,
        String timeClass,
        @Happened LocalDate workDate,
        String reason,
        String movedBy,
        Instant at) {

    public MoveTime {
        Check.oneOf("timeClass", timeClass, TimeClasses.ALL);
        Check.day("workDate", workDate);
        Check.text("reason", reason, 400);
        Check.actor("movedBy", movedBy);
    }

    /** The entry that it is there. An entry moves once; where it is then it may move again. */
    public TimeEntryId movedTo() {
        return TimeEntryId.of(
                NameUuid.of(TimeEntryId.KIND, timeEntryId.value(), "moved").toString());
    }
}
