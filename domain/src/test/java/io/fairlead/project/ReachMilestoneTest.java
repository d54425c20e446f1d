package io.fairlead.project;

import static io.fairlead.project.ProjectExamples.opened;
import static io.fairlead.project.ProjectExamples.scheduled;
import static io.fairlead.testing.Cast.MONTH_END;
import static io.fairlead.testing.Cast.PROJECT;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Refusals.refusal;

import io.fairlead.project.event.MilestoneReached;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ReachMilestoneTest {

    private static final MilestoneReached REACHED = MilestoneReached.newBuilder()
            .setProjectId("project:P-1")
            .setMilestoneId("M1")
            .setReachedOn(WORK_DAY)
            .build();

    private final FixtureConfiguration<Project> project = ProjectExamples.projects();

    @Test
    void a_result_is_there() {
        project.given(opened("Migration"), scheduled("5000"))
                .when(new ReachMilestone(PROJECT, "M1", WORK_DAY))
                .expectEvents(REACHED);
    }

    @Test
    void the_same_again_changes_nothing() {
        project.given(opened("Migration"), scheduled("5000"), REACHED)
                .when(new ReachMilestone(PROJECT, "M1", WORK_DAY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void another_day_is_refused() {
        project.given(opened("Migration"), scheduled("5000"), REACHED)
                .when(new ReachMilestone(PROJECT, "M1", MONTH_END))
                .expectException(refusal("J-04"))
                .expectNoEvents();
    }

    @Test
    void an_unknown_milestone_is_refused() {
        project.given(opened("Migration"), scheduled("5000"))
                .when(new ReachMilestone(PROJECT, "M2", WORK_DAY))
                .expectException(refusal("J-09"))
                .expectNoEvents();
    }
}
