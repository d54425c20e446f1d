package io.fairlead.project;

import io.fairlead.shared.Check;
import io.fairlead.shared.Happened;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Say that a result is there.
 *
 * @param projectId its project
 * @param milestoneId which
 * @param reachedOn day
 */
public record ReachMilestone(
        @TargetAggregateIdentifier ProjectId projectId,
        String milestoneId,
        @Happened LocalDate reachedOn) {

    public ReachMilestone {
        Check.day("reachedOn", reachedOn);
    }
}
