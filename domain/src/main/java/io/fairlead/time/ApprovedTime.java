package io.fairlead.time;

import io.fairlead.shared.AmountText;
import io.fairlead.shared.Portions;
import io.fairlead.shared.Portions.Part;
import io.fairlead.shared.Rate;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.TimeRounding;
import io.fairlead.shared.WireAmount;
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
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimeRepriced;
import java.math.BigDecimal;
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
    record Worked(int version, int seconds, Portions portions) {}

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

    /** Whether just that span waits for drafts, or is what a proposed credit would leave. */
    boolean isAsked(int wanted) {
        return (pending != null && Objects.equals(pending.getSeconds(), wanted))
                || Objects.equals(proposedSeconds, wanted);
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
        if (isAsked(wanted) || (proposedSeconds == null && wanted == now.seconds())) {
            return List.of(); // It says so already, or waits for that.
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
                : corrected(now, price, wanted, cause);
    }

    private List<SpecificRecord> corrected(Worked now, TimePriced price, int wanted, Cause cause) {
        var events = new ArrayList<SpecificRecord>();
        var effect = Correction.of(
                now.portions(), ChangeEvents.rateOf(price), price.getCurrency(), billedDelta(now, price, wanted));
        boolean roundedAway = effect.credits().isEmpty() && wanted != now.seconds();
        if (effect.movesWhatRemains() || roundedAway) {
            int then = effect.credits().isEmpty() ? wanted : now.seconds() + effect.secondsDelta();
            events.add(ChangeEvents.corrected(approval, now, then, effect, cause));
        }
        if (!effect.credits().isEmpty() || proposedSeconds != null) {
            events.add(ChangeEvents.creditProposed(price, wanted, effect.credits(), cause));
        }
        return events;
    }

    /** Change of what is billed; a part that stood on an invoice keeps its rounding, so from then on time counts as worked. */
    private int billedDelta(Worked now, TimePriced price, int wanted) {
        var rounding = ChangeEvents.billedOf(price);
        return rounding.policy().equals(TimeRounding.NONE) || now.portions().hasMoved()
                ? wanted - now.seconds()
                : rounding.of(wanted) - now.portions().remaining().seconds();
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

    /** What waited for drafts or credit notes happens. */
    List<SpecificRecord> freed(Worked now) {
        return pending == null ? cleared(now) : settled(now);
    }

    /** What waited for a draft happens once no draft claims the time. */
    private List<SpecificRecord> settled(Worked now) {
        if (pending == null || price == null || now.portions().isDrafted()) {
            return List.of();
        }
        var cause = new Cause(pending.getReason(), pending.getRequestedBy());
        return pending.getSeconds() == null
                ? List.of(doubtedOrWithdrawn(now, price, cause, Objects.requireNonNull(pending.getRequestedAt())))
                : corrected(now, price, pending.getSeconds(), cause);
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
        if (price == null) {
            return List.of();
        }
        var share = command.share();
        if (remaining.seconds() == 0) {
            return List.of();
        }
        if (share == null) {
            // What came back from a draft or an invoice may have a former price, beside a rest that has this one.
            return same(ChangeEvents.rateOf(price), command.rate())
                            && !(command.again() && isOff(command.rate(), remaining))
                    ? List.of()
                    : List.of(ChangeEvents.repriced(price, remaining, command));
        }
        requireShare(command.rate(), remaining.seconds(), share);
        return same(ChangeEvents.rateOf(price), command.rate())
                        && remaining.amount().compareTo(share) == 0
                ? List.of()
                : List.of(ChangeEvents.repriced(price, remaining, command));
    }

    private boolean isOff(Rate rate, Part remaining) {
        var amount = WireAmount.money(
                remaining.amount(), Objects.requireNonNull(price).getCurrency());
        return !rate.isPriceOf(remaining.seconds(), amount);
    }

    /** A share is the entry's own amount, a smallest unit more or less. */
    private static void requireShare(Rate rate, int seconds, BigDecimal share) {
        var own = rate.times(seconds);
        var unit = BigDecimal.ONE.movePointLeft(own.getCurrencyUnit().getDecimalPlaces());
        if (own.getAmount().subtract(share).abs().compareTo(unit) > 0) {
            throw new RuleViolated(
                    "T-18",
                    "share",
                    AmountText.of(share) + " is no share of a line for time that is worth " + own,
                    "share what the line sums up by largest remainder");
        }
    }

    private static boolean same(Rate one, Rate other) {
        return one.perUnit().compareTo(other.perUnit()) == 0
                && one.secondsPerUnit() == other.secondsPerUnit()
                && one.currency().equals(other.currency())
                && Objects.equals(one.fx(), other.fx());
    }
}
