package io.fairlead.time;

import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.StatedOnce;
import io.fairlead.time.event.TimeApprovalWithdrawn;
import io.fairlead.time.event.TimeApproved;
import io.fairlead.time.event.TimeCorrected;
import io.fairlead.time.event.TimeCorrectedAfterApproval;
import io.fairlead.time.event.TimeCorrectedAfterBilling;
import io.fairlead.time.event.TimeRecorded;
import io.fairlead.time.event.TimeRejected;
import io.fairlead.time.event.TimeSubmitted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * What an entry says was worked, and its way to an approval: events that TimeEntry records. Immutable; outlasts approvals
 * of the time.
 *
 * @param entry as it was recorded
 * @param version corrections so far, from 1
 * @param seconds after the last correction
 * @param author who entered it, or corrected it last before an approval
 * @param submittedAt null while nobody was asked to approve it
 */
record RecordedTime(
        TimeRecorded entry,
        int version,
        int seconds,
        LocalDate workDate,
        String author,
        @Nullable Instant submittedAt) {

    static RecordedTime by(TimeRecorded event) {
        return new RecordedTime(event, 1, event.getSeconds(), event.getWorkDate(), event.getAuthor(), null);
    }

    /**
     * Empty when just that is recorded already.
     *
     * @param known null when nothing is
     * @throws RuleViolated T-02
     */
    static Optional<TimeRecorded> record(@Nullable RecordedTime known, RecordTime command) {
        var event = TimeEvents.recorded(command);
        var before = known == null ? null : known.entry;
        return StatedOnce.isNew("T-02", "the time entry", before, TimeEvents.byItsAuthor(event, before))
                ? Optional.of(event)
                : Optional.empty();
    }

    /** What happened to the entry that says so. */
    RecordedTime after(SpecificRecord event) {
        return switch (event) {
            case TimeCorrected e ->
                new RecordedTime(entry, e.getVersion(), e.getSeconds(), e.getWorkDate(), e.getAuthor(), null);
            case TimeSubmitted e -> worked(version, seconds, e.getSubmittedAt());
            case TimeRejected _ -> worked(version, seconds, null);
            case TimeCorrectedAfterApproval e -> worked(e.getVersion(), e.getSeconds(), submittedAt);
            case TimeCorrectedAfterBilling e -> worked(version, e.getApprovedSeconds(), submittedAt);
            case TimeApprovalWithdrawn e -> worked(e.getNextVersion(), seconds, null);
            default -> this;
        };
    }

    private RecordedTime worked(int version, int seconds, @Nullable Instant submittedAt) {
        return new RecordedTime(entry, version, seconds, workDate, author, submittedAt);
    }

    /**
     * Another day or span before an approval; empty when it says so already.
     *
     * @throws RuleViolated T-01
     */
    Optional<TimeCorrected> correct(CorrectTime command) {
        TimeRules.requireWorkedTime(command.seconds());
        return seconds == command.seconds() && isOn(command.workDate())
                ? Optional.empty()
                : Optional.of(TimeEvents.corrected(command, version + 1));
    }

    /**
     * The correction that adds a span or takes one away.
     *
     * @throws RuleViolated T-11
     */
    CorrectTime adjusted(AdjustTime command) {
        int wanted = seconds + command.secondsDelta();
        if (wanted < 0) {
            throw new RuleViolated(
                    "T-11", "secondsDelta", "the entry has only " + seconds + " seconds", "take away no more");
        }
        return new CorrectTime(command.timeEntryId(), workDate, wanted, command.reason(), command.author());
    }

    /**
     * Empty while it waits for an approval.
     *
     * @throws RuleViolated T-01
     */
    Optional<TimeSubmitted> submit(SubmitTime command) {
        if (submittedAt != null) {
            return Optional.empty();
        }
        TimeRules.requireWorkedTime(seconds); // A correction after approval may have left nothing.
        return Optional.of(TimeEvents.submitted(entry, version, command));
    }

    /** @throws RuleViolated T-03, T-04 */
    TimeApproved approve(ApproveTime command) {
        var submitted = requireSubmitted();
        requireAnother(command.approvedBy());
        return TimeEvents.approved(entry, version, workDate, seconds, submitted, command);
    }

    /** @throws RuleViolated T-03, T-04 */
    TimeRejected reject(RejectTime command) {
        var _ = requireSubmitted();
        requireAnother(command.rejectedBy());
        return TimeEvents.rejected(entry, version, command);
    }

    /** @throws RuleViolated T-03 */
    void requireAnother(String approver) {
        TimeRules.requireAnother(approver, author, entry.getPersonId());
    }

    boolean isOn(LocalDate day) {
        return day.equals(workDate);
    }

    private Instant requireSubmitted() {
        if (submittedAt == null) {
            throw new RuleViolated("T-04", "timeEntryId", "the time is not submitted", "submit it first");
        }
        return submittedAt;
    }
}
