package io.fairlead.project;

import io.fairlead.shared.Check;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Note that an outside system knows the project.
 *
 * @param projectId its key
 * @param target the outside system
 * @param externalId its identifier there
 */
public record RecordProjectProvisioned(
        @TargetAggregateIdentifier ProjectId projectId, String target, String externalId) {

    public RecordProjectProvisioned {
        Check.text("target", target, 40);
        Check.text("externalId", externalId, 200);
    }
}
