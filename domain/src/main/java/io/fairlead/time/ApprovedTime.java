package io.fairlead.time;

import io.fairlead.shared.Portions;
import io.fairlead.shared.Portions.Part;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.TimeRounding;
import io.fairlead.time.ChangeEvents.Cause;
import io.fairlead.time.event.TimeApprovalChallenged;
import io.fairlead.time.event.TimeApprovalConfirmed;
import io.fairlead.time.event.TimeApprovalWithdrawn;
import io.fairlead.time.event.TimeApproved;
import io.fairlead.time.event.TimeChangeRefused;
import io.fairlead.time.event.TimeChangeRequested;
import io.fairlead.time.event.TimeCorrectedAfterApproval;
import io.fairlead.time.event.TimeCorrectedAfterBilling;
import io.fairlead.time.event.TimeCreditProposed;
import io.fairlead.time.event.TimeDeferred;
import io.fairlead.time.event.TimeMoved;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimeRepriced;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * An entry while its approval stands, and what changes of it mean: events that TimeEntry records. Immutable.
 *
 * @param price null before pricing
 * @param doubt null unless the approval is challenged while the time is billed
 * @param pending change that waits until drafts release the time; null means none
 * @param proposedSeconds what a proposed credit would leave; null when none is proposed
 * @param deferral the last one; null means none
 */
record ApprovedTime(
        TimeApproved approval,
        @Nullable TimePriced price,
        @Nullable TimeApprovalChallenged doubt,
        @Nullable TimeChangeRequested pending,
        @Nullable Integer proposedSeconds,
        @Nullable TimeDeferred deferral) {

    /**
     * What of the entry lasts longer than an approval.
     *
     * @param version corrections so far
     * @param seconds approved now
     * @param portions nothing before the first pricing
     */
    record Worked(int version, int seconds, Portions portions) {

        /** Time that is unbilled, on a draft or billed: what somebody pays for, rounding included. */
        int charged() {
            return portions.remaining().seconds()
                    + portions.placed().stream()
                            .mapToInt(each -> each.part().seconds())
                            .sum();
        }

        /** Worked time that rounding left on no portion, so that nobody pays for it; 0 or more. */
        int uncharged() {
            return Math.max(0, seconds - charged() - portions.writtenOff().seconds());
        }
    }

    static ApprovedTime by(TimeApproved approval) {
        return new ApprovedTime(approval, null, null, null, null, null);
    }

    /** What happened to the entry, whose approval this is; null when it was taken back. */
    @Nullable
    ApprovedTime after(SpecificRecord event) {
        return switch (event) {
            case TimePriced e -> priced(e);
            case TimeRepriced e -> priced(ChangeEvents.with(Objects.requireNonNull(price), e));
            case TimeChangeRequested e -> waiting(e, proposedSeconds);
            case TimeChangeRefused _, TimeCorrectedAfterApproval _ -> waiting(null, proposedSeconds);
            case TimeCreditProposed e -> waiting(null, e.getParts().isEmpty() ? null : (Integer) e.getWantedSeconds());
            case TimeCorrectedAfterBilling e ->
                proposedSeconds == null || e.getApprovedSeconds() <= proposedSeconds ? waiting(pending, null) : this;
            case TimeApprovalChallenged e -> new ApprovedTime(approval, price, e, null, proposedSeconds, deferral);
            case TimeApprovalConfirmed _ -> new ApprovedTime(approval, price, null, pending, proposedSeconds, deferral);
            case TimeApprovalWithdrawn _ -> null;
            case TimeDeferred e -> new ApprovedTime(approval, price, doubt, pending, proposedSeconds, e);
            default -> this;
        };
    }

    private ApprovedTime priced(TimePriced now) {
        return new ApprovedTime(approval, now, doubt, pending, proposedSeconds, deferral);
    }

    private ApprovedTime waiting(@Nullable TimeChangeRequested change, @Nullable Integer proposed) {
        return new ApprovedTime(approval, price, doubt, change, proposed, deferral);
    }

    /** Whether it stands on no draft and no invoice, in no doubt, and nothing of it was given up. */
    boolean isUntouched(Worked now) {
        return doubt == null
                && pending == null
                && now.portions().billed().isEmpty()
                && !now.portions().isDrafted()
                && !now.portions().hasWrittenOff();
    }

    /**
     * The span that people want by now: what waits for drafts, else what a proposed credit would leave, else what is approved.
     *
     * @param seconds approved
     */
    int asked(int seconds) {
        if (pending != null && pending.getSeconds() != null) {
            return pending.getSeconds();
        }
        return proposedSeconds == null ? seconds : proposedSeconds;
    }

    /** Whether just that span waits for drafts, or is what a proposed credit would leave. */
    boolean isAsked(int wanted) {
        return (pending != null && Objects.equals(pending.getSeconds(), wanted))
                || Objects.equals(proposedSeconds, wanted);
    }

    /** What waits for a draft would come all the same, and this word be lost. */
    private void requireNoOtherSpanAsked(int wanted) {
        if (pending != null && pending.getSeconds() != null) {
            throw new RuleViolated(
                    "T-11",
                    "seconds",
                    pending.getSeconds() + " seconds wait until a draft lets the time go, and cannot be taken back to "
                            + wanted,
                    "correct it again when that is settled");
        }
    }

    /**
     * Another span of worked time.
     *
     * @param author who entered the time
     * @throws RuleViolated T-03, T-11
     */
    List<SpecificRecord> correction(Worked now, CorrectTime command, String author) {
        int wanted = command.seconds();
        var cause = new Cause(command.reason(), command.author());
        if (isAsked(wanted)) {
            return List.of(); // It waits for that.
        }
        if (proposedSeconds == null && wanted == now.seconds()) {
            requireNoOtherSpanAsked(wanted);
            return List.of(); // It says so already.
        }
        if (wanted > now.seconds()) {
            TimeRules.requireAnother(cause.by(), author, approval.getPersonId());
        }
        if (price == null) {
            return List.of(ChangeEvents.corrected(approval, now, wanted, null, cause));
        }
        if (wanted < now.portions().writtenOff().seconds()) {
            throw new RuleViolated(
                    "T-11", "seconds", "a part of the time was given up", "leave at least what was written off");
        }
        return now.portions().isDrafted()
                ? List.of(ChangeEvents.requested(price, now.portions(), wanted, cause, null))
                : corrected(now, price, wanted, billedDelta(now, price, wanted), cause);
    }

    /** @param delta of what somebody pays for, seconds */
    private List<SpecificRecord> corrected(Worked now, TimePriced price, int wanted, int delta, Cause cause) {
        var events = new ArrayList<SpecificRecord>();
        var effect = Correction.of(now.portions(), ChangeEvents.rateOf(price), price.getCurrency(), delta);
        // Of billed time what nobody pays for goes at once; a credit note takes the rest.
        int then = effect.credits().isEmpty()
                ? wanted
                : Math.max(wanted, now.seconds() + effect.secondsDelta() + Math.min(0, wanted - now.seconds() - delta));
        if (effect.movesWhatRemains() || then != now.seconds()) {
            events.add(ChangeEvents.corrected(approval, now, then, effect, cause));
        }
        if (!effect.credits().isEmpty() || proposedSeconds != null) {
            events.add(ChangeEvents.creditProposed(price, wanted, effect.credits(), cause));
        }
        return events;
    }

    /** Change of what is billed: a part that stood on an invoice keeps its rounding, and what that left uncharged goes first. */
    private static int billedDelta(Worked now, TimePriced price, int wanted) {
        boolean less = wanted < now.seconds();
        if (wanted == 0 || (less && wanted <= now.portions().writtenOff().seconds())) {
            return -now.charged(); // No more is left than what was given up: what rounding added goes with the rest.
        }
        var rounding = ChangeEvents.billedOf(price);
        if (rounding.policy().equals(TimeRounding.NONE)) {
            return wanted - now.seconds();
        }
        if (!now.portions().hasMoved()) {
            return rounding.of(wanted) - now.portions().remaining().seconds();
        }
        return less ? Math.min(0, wanted - now.seconds() + now.uncharged()) : wanted - now.seconds();
    }

    /**
     * The approval is taken back, put in doubt, or first the drafts are asked to release it.
     *
     * @throws RuleViolated T-12
     */
    List<SpecificRecord> withdrawal(Worked now, Cause cause, Instant at) {
        if (doubt != null || (pending != null && pending.getSeconds() == null)) {
            return List.of(); // It is in doubt already, or waits for its drafts.
        }
        if (price == null) {
            return List.of(withdrawn(now, cause, at));
        }
        if (now.portions().hasWrittenOff()) {
            throw new RuleViolated(
                    "T-12", "timeEntryId", "a part of the time was given up", "correct or credit the rest");
        }
        return List.of(
                now.portions().isDrafted()
                        ? ChangeEvents.requested(price, now.portions(), null, cause, at)
                        : doubtedOrWithdrawn(now, price, cause, at));
    }

    private SpecificRecord doubtedOrWithdrawn(Worked now, TimePriced price, Cause cause, Instant at) {
        return now.portions().billed().isEmpty()
                ? withdrawn(now, cause, at)
                : ChangeEvents.challenged(price, now.portions(), cause, at);
    }

    private SpecificRecord withdrawn(Worked now, Cause cause, Instant at) {
        return ChangeEvents.withdrawn(approval, price, now, cause, at);
    }

    /**
     * What waited for drafts or credit notes happens.
     *
     * @param moved null unless the time is for something else now: then nothing that comes back is unbilled here
     */
    List<SpecificRecord> freed(Worked now, @Nullable TimeMoved moved) {
        if (moved != null && price != null && !now.portions().remaining().isNothing()) {
            int rest = Math.min(now.seconds(), now.portions().writtenOff().seconds());
            return corrected(now, price, rest, -now.charged(), new Cause(moved.getReason(), moved.getMovedBy()));
        }
        return pending == null ? cleared(now) : settled(now);
    }

    /**
     * Nothing of it is unbilled any more; what is billed stays, with a credit proposed.
     *
     * @throws RuleViolated T-12
     */
    List<SpecificRecord> emptied(Worked now, Cause cause, Instant at) {
        return price == null || now.portions().billed().isEmpty()
                ? withdrawal(now, cause, at)
                : corrected(now, price, 0, -now.charged(), cause);
    }

    /** @throws RuleViolated T-12, T-19 */
    void requireMovable(Worked now) {
        TimeRules.requireMovable(
                doubt != null || pending != null || now.portions().isDrafted(),
                now.portions().hasWrittenOff());
    }

    /** What waited for a draft happens once no draft claims the time. */
    private List<SpecificRecord> settled(Worked now) {
        if (pending == null || price == null || now.portions().isDrafted()) {
            return List.of();
        }
        var cause = new Cause(pending.getReason(), pending.getRequestedBy());
        if (pending.getSeconds() == null) {
            return List.of(doubtedOrWithdrawn(now, price, cause, Objects.requireNonNull(pending.getRequestedAt())));
        }
        // What was given up while it waited stays.
        int least = Math.min(now.seconds(), now.portions().writtenOff().seconds());
        int wanted = Math.max(pending.getSeconds(), least);
        return corrected(now, price, wanted, billedDelta(now, price, wanted), cause);
    }

    /** A doubted approval falls once nothing of the time is billed any more: the entry may be corrected. */
    private List<SpecificRecord> cleared(Worked now) {
        var portions = now.portions();
        return doubt == null
                        || portions.isDrafted()
                        || portions.hasWrittenOff()
                        || !portions.billed().isEmpty()
                ? List.of()
                : List.of(
                        withdrawn(now, new Cause(doubt.getReason(), doubt.getChallengedBy()), doubt.getChallengedAt()));
    }

    /** What remains gets another price, unless it is the same. */
    List<SpecificRecord> repriced(Part remaining, RepriceTime command) {
        return price == null || remaining.seconds() == 0
                ? List.of()
                : new PriceOfRemaining(price, remaining).repriced(command);
    }
}
