package io.fairlead.project;

import static io.fairlead.project.ProjectExamples.closed;
import static io.fairlead.project.ProjectExamples.opened;
import static io.fairlead.project.ProjectExamples.scheduled;
import static io.fairlead.testing.Cast.MONTH_END;
import static io.fairlead.testing.Cast.PROJECT;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.testing.Refusals.refusal;

import io.fairlead.project.event.MilestoneAccepted;
import io.fairlead.shared.PersonalTexts;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class AcceptMilestoneTest {

    private final FixtureConfiguration<Project> project = ProjectExamples.projects();

    @Test
    void an_accepted_result_carries_all_that_billing_needs() {
        project.given(opened("Migration"), scheduled("5000"))
                .when(accept("M1", "Ms Buyer"))
                .expectEvents(accepted());
    }

    @Test
    void a_closed_project_still_has_its_results_accepted() {
        project.given(opened("Migration"), scheduled("5000"), closed(MONTH_END))
                .when(accept("M1", "Ms Buyer"))
                .expectEvents(accepted());
    }

    @Test
    void the_same_acceptance_again_changes_nothing() {
        project.given(opened("Migration"), scheduled("5000"), accepted())
                .when(accept("M1", "Ms Buyer"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void what_was_accepted_when_people_stood_in_plain_fields_changes_nothing() {
        project.given(opened("Migration"), scheduled("5000"), acceptedBefore())
                .when(accept("M1", "Ms Buyer"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void another_acceptance_than_that_of_before_is_refused() {
        project.given(opened("Migration"), scheduled("5000"), acceptedBefore())
                .when(accept("M1", "Mr Seller"))
                .expectException(refusal("J-05"))
                .expectNoEvents();
    }

    @Test
    void another_acceptance_is_refused() {
        project.given(opened("Migration"), scheduled("5000"), accepted())
                .when(accept("M1", "Mr Seller"))
                .expectException(refusal("J-05"))
                .expectNoEvents();
    }

    @Test
    void an_unknown_milestone_is_refused() {
        project.given(opened("Migration"))
                .when(accept("M1", "Ms Buyer"))
                .expectException(refusal("J-09"))
                .expectNoEvents();
    }

    private static AcceptMilestone accept(String milestone, String by) {
        return new AcceptMilestone(PROJECT, milestone, WORK_DAY, by, "mail of 10 March");
    }

    private static MilestoneAccepted accepted() {
        return MilestoneAccepted.newBuilder()
                .setProjectId("project:P-1")
                .setMilestoneId("M1")
                .setContractId("contract:K-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .setLineNo(2)
                .setName("Go-live")
                .setAmount(wire("5000"))
                .setCurrency("EUR")
                .setAcceptedOn(WORK_DAY)
                .setAcceptedBy("")
                .setEvidence("mail of 10 March")
                .setAcceptedByText(PersonalTexts.text("customer:ACME", "Ms Buyer"))
                .build();
    }

    private static MilestoneAccepted acceptedBefore() {
        return MilestoneAccepted.newBuilder(accepted())
                .setAcceptedBy("Ms Buyer")
                .setAcceptedByText(null)
                .build();
    }
}
