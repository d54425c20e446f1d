package io.fairlead.exception;

import io.fairlead.shared.Check;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Tell that another amount is at stake by now; of an open work item only. Unlike a {@link RaiseException} it opens none.
 *
 * @param exceptionId the work item
 * @param sentence what is wrong by now and what to do
 * @param stake money at stake by now
 * @param at of the event that changed it
 */
public record RestateException(
        @TargetAggregateIdentifier ExceptionId exceptionId, String sentence, Stake stake, Instant at) {

    public RestateException {
        Check.text("sentence", sentence, 1000);
    }
}
