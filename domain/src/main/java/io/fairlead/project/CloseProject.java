package io.fairlead.project;

import io.fairlead.shared.Check;
import io.fairlead.shared.Happened;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Accept no further time.
 *
 * @param projectId its key
 * @param closedOn day
 */
public record CloseProject(
        @TargetAggregateIdentifier ProjectId projectId,
        @Happened LocalDate closedOn) {

    public CloseProject {
        Check.day("closedOn", closedOn);
    }
}
