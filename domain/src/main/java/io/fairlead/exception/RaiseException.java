package io.fairlead.exception;

import io.fairlead.shared.Check;
import io.fairlead.shared.NameUuid;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Tell people that something stopped.
 *
 * @param exceptionId from code and subject
 * @param code rule code
 * @param subjectId what it is about, a stream key
 * @param sentence what is wrong and what to do
 * @param ownerRole who clears it
 * @param stake money at stake; null when unknown
 * @param legalEntityId null when unknown
 * @param at from the caller's clock
 * @param latest whether later words replace those that an open item has; only of a reaction whose words follow from its event
 *     alone, so that it says the same when it comes again
 */
public record RaiseException(
        @TargetAggregateIdentifier ExceptionId exceptionId,
        String code,
        String subjectId,
        String sentence,
        OwnerRole ownerRole,
        @Nullable Stake stake,
        @Nullable String legalEntityId,
        Instant at,
        boolean latest) {

    public RaiseException {
        Check.text("code", code, 60);
        Check.text("sentence", sentence, 1000);
    }

    /** The work item of a rule code and subject: raised again, it is the same one. */
    public static ExceptionId idOf(String code, String subjectId) {
        return ExceptionId.of(NameUuid.of("exception", code, subjectId).toString());
    }

    /** Raises the work item of a rule code and subject. */
    public static RaiseException about(
            String code,
            String subjectId,
            String sentence,
            OwnerRole ownerRole,
            @Nullable Stake stake,
            @Nullable String legalEntityId,
            Instant at) {
        return new RaiseException(
                idOf(code, subjectId), code, subjectId, sentence, ownerRole, stake, legalEntityId, at, false);
    }

    /** The same in words that replace those which an open item has; see {@link #latest()}. */
    public static RaiseException restating(
            String code,
            String subjectId,
            String sentence,
            OwnerRole ownerRole,
            @Nullable Stake stake,
            @Nullable String legalEntityId,
            Instant at) {
        return new RaiseException(
                idOf(code, subjectId), code, subjectId, sentence, ownerRole, stake, legalEntityId, at, true);
    }
}
