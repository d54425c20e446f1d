package io.fairlead.project;

import static io.fairlead.project.ProjectExamples.opened;
import static io.fairlead.testing.Cast.PROJECT;
import static io.fairlead.testing.Refusals.refusal;

import io.fairlead.project.event.ProjectProvisioned;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class RecordProjectProvisionedTest {

    private final FixtureConfiguration<Project> project = ProjectExamples.projects();

    @Test
    void each_outside_system_has_its_own_name_for_it() {
        project.given(opened("Migration"), provisioned("erp", "77"))
                .when(new RecordProjectProvisioned(PROJECT, "psa", "88"))
                .expectEvents(provisioned("psa", "88"));
    }

    @Test
    void the_same_again_changes_nothing() {
        project.given(opened("Migration"), provisioned("erp", "77"))
                .when(new RecordProjectProvisioned(PROJECT, "erp", "77"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void another_name_in_the_same_system_is_refused() {
        project.given(opened("Migration"), provisioned("erp", "77"))
                .when(new RecordProjectProvisioned(PROJECT, "erp", "78"))
                .expectException(refusal("J-06"))
                .expectNoEvents();
    }

    private static ProjectProvisioned provisioned(String target, String externalId) {
        return ProjectProvisioned.newBuilder()
                .setProjectId("project:P-1")
                .setTarget(target)
                .setExternalId(externalId)
                .build();
    }
}
