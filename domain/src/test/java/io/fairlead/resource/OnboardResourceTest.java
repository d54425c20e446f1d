package io.fairlead.resource;

import static io.fairlead.resource.ResourceExamples.onboarded;
import static io.fairlead.testing.Cast.ANA;
import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Refusals.assertRefused;
import static io.fairlead.testing.Refusals.refusal;

import java.util.List;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class OnboardResourceTest {

    private final FixtureConfiguration<Resource> person = ResourceExamples.people();

    @Test
    void a_person_is_registered() {
        person.givenNoPriorActivity().when(onboard("Consultant", "EMPLOYEE")).expectEvents(onboarded("Consultant"));
    }

    @Test
    void the_same_again_changes_nothing() {
        person.given(onboarded("Consultant"))
                .when(onboard("Consultant", "EMPLOYEE"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void another_person_under_the_same_code_is_refused() {
        person.given(onboarded("Consultant"))
                .when(onboard("Lead", "EMPLOYEE"))
                .expectException(refusal("H-01"))
                .expectNoEvents();
    }

    @Test
    void an_employment_is_one_of_two() {
        assertRefused("G-02", "employment", () -> onboard("Consultant", "FRIEND"));
    }

    private static OnboardResource onboard(String role, String employment) {
        return new OnboardResource(ANA, GMBH, "Ana", role, employment, WORK_DAY, List.of("ana@firm.example"));
    }
}
