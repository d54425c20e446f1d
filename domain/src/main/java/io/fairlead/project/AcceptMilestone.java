package io.fairlead.project;

import io.fairlead.shared.Check;
import io.fairlead.shared.Happened;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Note that the customer accepted a result.
 *
 * @param projectId its project
 * @param milestoneId which
 * @param acceptedOn day; the service date
 * @param acceptedBy as the customer's document says
 * @param evidence where the proof is
 */
public record AcceptMilestone(
        @TargetAggregateIdentifier ProjectId projectId,
        String milestoneId,
        @Happened LocalDate acceptedOn,
        String acceptedBy,
        String evidence) {

    public AcceptMilestone {
        Check.day("acceptedOn", acceptedOn);
        Check.text("acceptedBy", acceptedBy, 200);
        Check.text("evidence", evidence, 400);
    }
}
