package io.fairlead.time;

import io.fairlead.shared.KnownRequests;
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
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.axonframework.messaging.MetaData;
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
 * @param requests that changed or gave up some of the time
 */
record RecordedTime(
        TimeRecorded entry,
        int version,
        int seconds,
        LocalDate workDate,
        String author,
        @Nullable Instant submittedAt,
        KnownRequests requests) {

    static RecordedTime by(TimeRecorded event) {
        return new RecordedTime(
                event, 1, event.getSeconds(), event.getWorkDate(), event.getAuthor(), null, KnownRequests.NONE);
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

    /** What happened to the entry that says so, for whoever sent it. */
    RecordedTime after(SpecificRecord event, MetaData sent) {
        var now = after(event);
        var carriedOut = requests.after(event, sent);
        return carriedOut == requests
                ? now
                : new RecordedTime(
                        now.entry, now.version, now.seconds, now.workDate, now.author, now.submittedAt, carriedOut);
    }

    RecordedTime after(SpecificRecord event) {
        return switch (event) {
            case TimeCorrected e ->
                new RecordedTime(entry, e.getVersion(), e.getSeconds(), e.getWorkDate(), e.getAuthor(), null, requests);
            case TimeSubmitted e -> worked(version, seconds, e.getSubmittedAt());
            case TimeRejected _ -> worked(version, seconds, null);
            case TimeCorrectedAfterApproval e -> worked(e.getVersion(), e.getSeconds(), submittedAt);
            case TimeCorrectedAfterBilling e -> worked(version, e.getApprovedSeconds(), submittedAt);
            case TimeApprovalWithdrawn e -> worked(e.getNextVersion(), seconds, null);
            default -> this;
        };
    }

    private RecordedTime worked(int version, int seconds, @Nullable Instant submittedAt) {
        return new RecordedTime(entry, version, seconds, workDate, author, submittedAt, requests);
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
     * The correction that adds a span or takes one away; empty when this very request did so already. It is reckoned from what is
     * asked already, be it on a draft still or a proposed credit: of two differences none is lost.
     *
     * @param approved null while it is not
     * @throws RuleViolated T-11
     */
    Optional<CorrectTime> adjusted(AdjustTime command, MetaData sent, @Nullable ApprovedTime approved) {
        if (requests.have(sent)) {
            return Optional.empty();
        }
        int asked = approved == null ? seconds : approved.asked(seconds);
        int wanted = asked + command.secondsDelta();
        if (wanted < 0) {
            throw new RuleViolated(
                    "T-11", "secondsDelta", "the entry has only " + asked + " seconds", "take away no more");
        }
        return Optional.of(
                new CorrectTime(command.timeEntryId(), workDate, wanted, command.reason(), command.author()));
    }

    /** What follows from a request, unless it was carried out already. */
    List<SpecificRecord> once(MetaData sent, Supplier<List<SpecificRecord>> effect) {
        return requests.have(sent) ? List.of() : effect.get();
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
