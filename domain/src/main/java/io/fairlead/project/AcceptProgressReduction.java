package io.fairlead.project;

import io.fairlead.shared.Check;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Decide that less is billed, since a report went back.
 *
 * @param projectId its project
 * @param reportId the report
 * @param acceptedBy issuer|subject; not who reported
 * @param at from the caller's clock
 */
public record AcceptProgressReduction(
        @TargetAggregateIdentifier ProjectId projectId, String reportId, String acceptedBy, Instant at) {

    public AcceptProgressReduction {
        Check.text("reportId", reportId, 64);
        Check.actor("acceptedBy", acceptedBy);
    }
}
