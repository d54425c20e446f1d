package io.fairlead.resource;

import static io.fairlead.resource.ResourceExamples.onboarded;
import static io.fairlead.testing.Cast.ANA;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Refusals.assertRefused;

import io.fairlead.resource.event.CapacitySet;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class SetCapacityTest {

    private static final List<Integer> PART_TIME = List.of(28_800, 28_800, 14_400, 0, 0, 0, 0);

    private final FixtureConfiguration<Resource> person = new AggregateTestFixture<>(Resource.class);

    @Test
    void working_time_holds_from_its_day() {
        person.given(onboarded("CONSULTANT"))
                .when(new SetCapacity(ANA, WORK_DAY, PART_TIME))
                .expectEvents(new CapacitySet("person:ana", WORK_DAY, PART_TIME));
    }

    @Test
    void the_same_again_changes_nothing() {
        person.given(onboarded("CONSULTANT"), new CapacitySet("person:ana", WORK_DAY, PART_TIME))
                .when(new SetCapacity(ANA, WORK_DAY, PART_TIME))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_week_has_seven_days_and_a_day_24_hours() {
        assertRefused("G-02", "weekdaySeconds", () -> new SetCapacity(ANA, WORK_DAY, List.of(28_800)));
        assertRefused(
                "G-02", "weekdaySeconds", () -> new SetCapacity(ANA, WORK_DAY, List.of(86_401, 0, 0, 0, 0, 0, 0)));
    }
}
