package io.fairlead.resource;

import static io.fairlead.resource.ResourceExamples.onboarded;
import static io.fairlead.testing.Cast.ANA;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.testing.Refusals.assertRefused;
import static io.fairlead.testing.Refusals.refusal;

import io.fairlead.resource.event.CostRateSet;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SetCostRateTest {

    private final FixtureConfiguration<Resource> person = ResourceExamples.people();

    @ParameterizedTest
    @ValueSource(strings = {"0", "60"})
    void an_hour_costs_so_much_from_a_day_on(String rate) {
        person.given(onboarded("Consultant")).when(set(rate, null)).expectEvents(costRate(rate));
    }

    @Test
    void the_same_row_again_changes_nothing() {
        person.given(onboarded("Consultant"), costRate("60"))
                .when(set("60.00", null))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void another_rate_in_the_same_row_is_refused() {
        person.given(onboarded("Consultant"), costRate("60"))
                .when(set("65", null))
                .expectException(refusal("H-02"))
                .expectNoEvents();
    }

    @Test
    void a_rate_is_not_below_zero_and_holds_for_a_day() {
        assertRefused("G-02", "rate", () -> set("-1", null));
        assertRefused("G-02", "to", () -> set("60", WORK_DAY));
    }

    private static SetCostRate set(String rate, @Nullable LocalDate to) {
        return new SetCostRate(ANA, "c1", WORK_DAY, to, new BigDecimal(rate), "EUR", "budget");
    }

    private static CostRateSet costRate(String rate) {
        return CostRateSet.newBuilder()
                .setPersonId("person:ana")
                .setCostRateId("c1")
                .setFrom(WORK_DAY)
                .setRate(wire(rate))
                .setCurrency("EUR")
                .setReason("budget")
                .build();
    }
}
