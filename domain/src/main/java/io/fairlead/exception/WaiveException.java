package io.fairlead.exception;

import io.fairlead.shared.Check;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Leave something as it is, on purpose; not by whom it is assigned to (E-02).
 *
 * @param exceptionId its key
 * @param reason why
 * @param waivedBy who, issuer|subject
 * @param at from the caller's clock
 */
public record WaiveException(
        @TargetAggregateIdentifier ExceptionId exceptionId, String reason, String waivedBy, Instant at) {

    public WaiveException {
        Check.text("reason", reason, 400);
        Check.actor("waivedBy", waivedBy);
    }
}
