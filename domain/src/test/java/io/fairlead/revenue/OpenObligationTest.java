package io.fairlead.revenue;

import static io.fairlead.revenue.RevenueExamples.open;
import static io.fairlead.revenue.RevenueExamples.opened;
import static io.fairlead.testing.Refusals.refusal;

import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class OpenObligationTest {

    private final FixtureConfiguration<PerformanceObligation> obligation = RevenueExamples.obligations();

    @Test
    void a_promise_becomes_an_obligation() {
        obligation.givenNoPriorActivity().when(open("1000000")).expectEvents(opened("1000000"));
    }

    @Test
    void the_same_promise_again_changes_nothing() {
        obligation
                .given(opened("1000000"))
                .when(open("1000000"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void another_promise_under_the_same_id_is_refused() {
        obligation
                .given(opened("1000000"))
                .when(open("2000000"))
                .expectException(refusal("O-01"))
                .expectNoEvents();
    }

    @Test
    void a_price_has_no_more_decimals_than_its_currency() {
        obligation
                .givenNoPriorActivity()
                .when(open("1000000.005"))
                .expectException(refusal("G-02"))
                .expectNoEvents();
    }
}
