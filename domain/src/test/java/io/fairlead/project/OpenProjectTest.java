package io.fairlead.project;

import static io.fairlead.project.ProjectExamples.opened;
import static io.fairlead.testing.Cast.ACME;
import static io.fairlead.testing.Cast.CONTRACT;
import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Cast.PROJECT;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Refusals.refusal;

import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class OpenProjectTest {

    private final FixtureConfiguration<Project> project = ProjectExamples.projects();

    @Test
    void a_project_opens_on_a_contract() {
        project.givenNoPriorActivity().when(open("Migration")).expectEvents(opened("Migration"));
    }

    @Test
    void the_same_project_again_changes_nothing() {
        project.given(opened("Migration"))
                .when(open("Migration"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void another_project_under_the_same_id_is_refused() {
        project.given(opened("Migration"))
                .when(open("Upgrade"))
                .expectException(refusal("J-01"))
                .expectNoEvents();
    }

    private static OpenProject open(String name) {
        return new OpenProject(PROJECT, CONTRACT, ACME, GMBH, name, "EUR", "Europe/Berlin", 1, WORK_DAY);
    }
}
