package io.fairlead.project;

import static io.fairlead.project.ProjectExamples.closed;
import static io.fairlead.project.ProjectExamples.opened;
import static io.fairlead.testing.Cast.MONTH_END;
import static io.fairlead.testing.Cast.PROJECT;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Refusals.refusal;

import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class CloseProjectTest {

    private final FixtureConfiguration<Project> project = ProjectExamples.projects();

    @Test
    void a_project_ends_on_a_day() {
        project.given(opened("Migration"))
                .when(new CloseProject(PROJECT, MONTH_END))
                .expectEvents(closed(MONTH_END));
    }

    @Test
    void the_same_end_again_changes_nothing() {
        project.given(opened("Migration"), closed(MONTH_END))
                .when(new CloseProject(PROJECT, MONTH_END))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void another_end_is_refused() {
        project.given(opened("Migration"), closed(MONTH_END))
                .when(new CloseProject(PROJECT, WORK_DAY))
                .expectException(refusal("J-07"))
                .expectNoEvents();
    }
}
