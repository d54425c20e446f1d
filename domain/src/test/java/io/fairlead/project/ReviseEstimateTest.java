package io.fairlead.project;

import static io.fairlead.project.ProjectExamples.closed;
import static io.fairlead.project.ProjectExamples.opened;
import static io.fairlead.testing.Cast.LEAD;
import static io.fairlead.testing.Cast.MONTH_END;
import static io.fairlead.testing.Cast.PROJECT;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.testing.Refusals.assertRefused;
import static io.fairlead.testing.Refusals.refusal;

import io.fairlead.project.event.EstimateRevised;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ReviseEstimateTest {

    private final FixtureConfiguration<Project> project = ProjectExamples.projects();

    @Test
    void an_estimate_holds_from_its_day() {
        project.given(opened("Plant")).when(revise("700000")).expectEvents(revised("700000"));
    }

    @Test
    void a_later_estimate_is_a_new_fact() {
        project.given(opened("Plant"), revised("700000")).when(revise("820000")).expectEvents(revised("820000"));
    }

    @Test
    void the_same_estimate_again_changes_nothing() {
        project.given(opened("Plant"), revised("700000"))
                .when(revise("700000"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_closed_project_takes_no_estimate() {
        project.given(opened("Plant"), closed(MONTH_END))
                .when(revise("700000"))
                .expectException(refusal("J-08"))
                .expectNoEvents();
    }

    @Test
    void an_estimate_is_above_zero() {
        assertRefused("G-02", "estimate", () -> revise("0"));
    }

    private static ReviseEstimate revise(String amount) {
        return new ReviseEstimate(PROJECT, 1, wire(amount), WORK_DAY, "phase 2", LEAD);
    }

    private static EstimateRevised revised(String amount) {
        return EstimateRevised.newBuilder()
                .setProjectId("project:P-1")
                .setContractId("contract:K-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .setLineNo(1)
                .setEstimate(wire(amount))
                .setCurrency("EUR")
                .setAsOf(WORK_DAY)
                .setReason("phase 2")
                .setRevisedBy(LEAD)
                .build();
    }
}
