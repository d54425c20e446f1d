package io.fairlead.exception;

import io.fairlead.shared.Check;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Say that a work item is cleared; what waited goes on.
 *
 * @param exceptionId its key
 * @param resolution what was done
 * @param resolvedBy who, issuer|subject
 * @param minutesSpent 0..100000
 * @param at from the caller's clock
 */
public record ResolveException(
        @TargetAggregateIdentifier ExceptionId exceptionId,
        String resolution,
        String resolvedBy,
        int minutesSpent,
        Instant at) {

    public ResolveException {
        Check.text("resolution", resolution, 400);
        Check.range("minutesSpent", minutesSpent, 0, 100_000);
        Check.actor("resolvedBy", resolvedBy);
    }
}
