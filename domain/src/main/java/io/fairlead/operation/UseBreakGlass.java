package io.fairlead.operation;

import io.fairlead.shared.Check;
import java.time.Instant;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Ask for something by a role that was given for some hours.
 *
 * @param breakGlassId {@link BreakGlassId#FIRM}
 * @param usedBy issuer|subject
 * @param roles any of which is enough, as tokens name them
 * @param request method and path
 * @param correlationId that the events of it will carry
 * @param at from the caller's clock
 */
public record UseBreakGlass(
        @TargetAggregateIdentifier BreakGlassId breakGlassId,
        String usedBy,
        Set<String> roles,
        String request,
        String correlationId,
        Instant at) {

    public UseBreakGlass {
        Check.actor("usedBy", usedBy);
        roles = Set.copyOf(roles);
        Check.text("request", request, 400);
        Check.text("correlationId", correlationId, 100);
    }
}
