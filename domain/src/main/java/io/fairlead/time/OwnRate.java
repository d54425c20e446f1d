package io.fairlead.time;

import io.fairlead.shared.RuleViolated;
import io.fairlead.time.event.TimeRateOverridden;
import io.fairlead.time.event.TimeRateProposed;
import io.fairlead.time.event.TimeRecorded;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * The rate of an entry's own, which stands above all rate cards (R1) once another person accepted it. Immutable; outlasts
 * approvals of the time.
 *
 * @param asked proposed and not decided; null means none
 * @param accepted null means none
 */
record OwnRate(@Nullable TimeRateProposed asked, @Nullable TimeRateOverridden accepted) {

    static final OwnRate NONE = new OwnRate(null, null);

    /** Empty when just that is proposed already. */
    Optional<TimeRateProposed> propose(TimeRecorded entry, ProposeTimeRate command) {
        var event = TimeEvents.rateProposed(entry, command);
        return event.equals(asked) ? Optional.empty() : Optional.of(event);
    }

    /**
     * Empty when it is accepted already.
     *
     * @param author who entered the time
     * @throws RuleViolated T-03, T-14
     */
    Optional<TimeRateOverridden> accept(TimeRecorded entry, String author, ApproveTimeRate command) {
        if (asked == null && accepted != null) {
            return Optional.empty();
        }
        if (asked == null) {
            throw new RuleViolated("T-14", "timeEntryId", "no rate is proposed for it", "propose one first");
        }
        TimeRules.requireAnother(command.approvedBy(), asked.getProposedBy(), entry.getPersonId());
        TimeRules.requireAnother(command.approvedBy(), author, entry.getPersonId());
        return Optional.of(TimeEvents.rateOverridden(asked, command));
    }

    /** What happened to the entry whose rate this is. */
    OwnRate after(SpecificRecord event) {
        return switch (event) {
            case TimeRateProposed e -> new OwnRate(e, accepted);
            case TimeRateOverridden e -> new OwnRate(null, e);
            default -> this;
        };
    }
}
