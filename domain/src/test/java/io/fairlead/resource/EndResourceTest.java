package io.fairlead.resource;

import static io.fairlead.resource.ResourceExamples.onboarded;
import static io.fairlead.testing.Cast.ANA;
import static io.fairlead.testing.Cast.MONTH_END;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Refusals.refusal;

import io.fairlead.resource.event.ResourceEnded;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class EndResourceTest {

    private static final ResourceEnded ENDED = ResourceEnded.newBuilder()
            .setPersonId("person:ana")
            .setLastDay(MONTH_END)
            .build();

    private final FixtureConfiguration<Resource> person = ResourceExamples.people();

    @Test
    void a_person_has_a_last_day() {
        person.given(onboarded("Consultant"))
                .when(new EndResource(ANA, MONTH_END))
                .expectEvents(ENDED);
    }

    @Test
    void the_same_day_again_changes_nothing() {
        person.given(onboarded("Consultant"), ENDED)
                .when(new EndResource(ANA, MONTH_END))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void another_day_is_refused() {
        person.given(onboarded("Consultant"), ENDED)
                .when(new EndResource(ANA, WORK_DAY))
                .expectException(refusal("H-03"))
                .expectNoEvents();
    }
}
