package io.fairlead.time;

import io.fairlead.shared.Rate;
import io.fairlead.shared.RuleViolated;
import io.fairlead.time.ChangeEvents.Cause;
import io.fairlead.time.event.TimeApprovalChallenged;
import io.fairlead.time.event.TimeApproved;
import io.fairlead.time.event.TimeChangeRequested;
import io.fairlead.time.event.TimePriced;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * An approved entry at the moment of a decision, and what changes of it mean: events that TimeEntry records.
 *
 * @param price null before pricing
 * @param portions null before the first pricing
 * @param version corrections so far
 * @param seconds approved now
 * @param proposedSeconds what a proposed credit would leave; null when none is proposed
 * @param pending change that waits until drafts let the time go; null means none
 */
record ApprovedTime(
        TimeApproved approval,
        @Nullable TimePriced price,
        @Nullable Portions portions,
        int version,
        int seconds,
        @Nullable Integer proposedSeconds,
        @Nullable TimeChangeRequested pending) {

    /**
     * Another span of worked time.
     *
     * @param author who entered the time
     * @throws RuleViolated T-03, T-11
     */
    List<SpecificRecord> correction(int wanted, Cause cause, String author) {
        boolean asked = pending != null && Objects.equals(pending.getSeconds(), wanted);
        if (asked || wanted == (proposedSeconds == null ? seconds : proposedSeconds)) {
            return List.of(); // It says so already, or waits for that.
        }
        if (wanted > seconds) {
            TimeRules.requireAnother(cause.by(), author, approval.getPersonId());
        }
        if (price == null || portions == null) {
            return List.of(ChangeEvents.corrected(approval, version + 1, seconds, wanted, null, cause));
        }
        if (wanted < portions.writtenOffSeconds()) {
            throw new RuleViolated(
                    "T-11", "seconds", "a part of the time was given up", "leave at least what was written off");
        }
        return portions.isDrafted()
                ? List.of(ChangeEvents.requested(price, portions, wanted, cause, null))
                : corrected(price, portions, wanted, cause);
    }

    private List<SpecificRecord> corrected(TimePriced price, Portions portions, int wanted, Cause cause) {
        var events = new ArrayList<SpecificRecord>();
        var effect = Correction.of(portions, ChangeEvents.rateOf(price), wanted - seconds);
        if (effect.movesWhatIsLeft()) {
            int now = seconds + effect.secondsDelta();
            events.add(ChangeEvents.corrected(approval, version + 1, seconds, now, effect, cause));
        }
        if (!effect.credits().isEmpty() || proposedSeconds != null) {
            events.add(ChangeEvents.creditProposed(price, wanted, effect.credits(), cause));
        }
        return events;
    }

    /**
     * The approval is taken back, put in doubt, or first the drafts are asked to let go.
     *
     * @throws RuleViolated T-12
     */
    List<SpecificRecord> withdrawal(Cause cause, Instant at) {
        if (pending != null && pending.getSeconds() == null) {
            return List.of(); // It waits for its drafts.
        }
        if (price == null || portions == null) {
            return List.of(ChangeEvents.withdrawn(approval, version + 1, seconds, null, cause, at));
        }
        if (portions.hasWrittenOff()) {
            throw new RuleViolated(
                    "T-12", "timeEntryId", "a part of the time was given up", "correct or credit the rest");
        }
        return List.of(
                portions.isDrafted()
                        ? ChangeEvents.requested(price, portions, null, cause, at)
                        : withdrawn(price, portions, cause, at));
    }

    private SpecificRecord withdrawn(TimePriced price, Portions portions, Cause cause, Instant at) {
        return portions.billed().isEmpty()
                ? ChangeEvents.withdrawn(approval, version + 1, seconds, portions.left(), cause, at)
                : ChangeEvents.challenged(price, portions, cause, at);
    }

    /** What waited for a draft happens once no draft claims the time. */
    List<SpecificRecord> settled() {
        if (pending == null || price == null || portions == null || portions.isDrafted()) {
            return List.of();
        }
        var cause = new Cause(pending.getReason(), pending.getRequestedBy());
        return pending.getSeconds() == null
                ? List.of(withdrawn(price, portions, cause, Objects.requireNonNull(pending.getRequestedAt())))
                : corrected(price, portions, pending.getSeconds(), cause);
    }

    /** A doubted approval falls once nothing of the time is billed any more: the entry may be corrected. */
    List<SpecificRecord> cleared(TimeApprovalChallenged doubt) {
        return portions == null
                        || portions.isDrafted()
                        || portions.hasWrittenOff()
                        || !portions.billed().isEmpty()
                ? List.of()
                : List.of(ChangeEvents.withdrawn(
                        approval,
                        version + 1,
                        seconds,
                        portions.left(),
                        new Cause(doubt.getReason(), doubt.getChallengedBy()),
                        doubt.getChallengedAt()));
    }

    /** What is left gets another price, unless it is the same. */
    List<SpecificRecord> repriced(RepriceTime command) {
        if (price == null || portions == null || same(ChangeEvents.rateOf(price), command.rate())) {
            return List.of();
        }
        var left = portions.left();
        return left.seconds() == 0 ? List.of() : List.of(ChangeEvents.repriced(price, left, command));
    }

    private static boolean same(Rate one, Rate other) {
        return one.perUnit().compareTo(other.perUnit()) == 0 && one.secondsPerUnit() == other.secondsPerUnit();
    }
}
