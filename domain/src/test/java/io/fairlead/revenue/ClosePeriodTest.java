package io.fairlead.revenue;

import static io.fairlead.revenue.PeriodExamples.close;
import static io.fairlead.revenue.PeriodExamples.closed;
import static io.fairlead.revenue.PeriodExamples.opened;
import static io.fairlead.revenue.PeriodExamples.reopened;
import static io.fairlead.testing.Refusals.refusal;

import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClosePeriodTest {

    private final FixtureConfiguration<AccountingPeriod> periods = PeriodExamples.periods();

    @Test
    void closing_a_month_opens_it_first() {
        periods.givenNoPriorActivity().when(close("2026-03")).expectEvents(opened("2026-03"), closed("2026-03", 1));
    }

    @Test
    void the_next_month_follows() {
        periods.given(opened("2026-03"), closed("2026-03", 1))
                .when(close("2026-04"))
                .expectEvents(opened("2026-04"), closed("2026-04", 1));
    }

    @Test
    void a_closed_period_is_closed() {
        periods.given(opened("2026-03"), closed("2026-03", 1))
                .when(close("2026-03"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_reopened_period_is_closed_anew_under_another_key() {
        periods.given(opened("2026-03"), closed("2026-03", 1), reopened("2026-03", 1))
                .when(close("2026-03"))
                .expectEvents(closed("2026-03", 2));
    }

    @Test
    void an_earlier_period_is_closed_first() {
        periods.given(opened("2026-03"))
                .when(close("2026-04"))
                .expectException(refusal("A-02"))
                .expectNoEvents();
    }

    @Test
    void an_earlier_period_is_closed_first_even_if_the_later_is_open_as_well() {
        periods.given(opened("2026-03"), opened("2026-04"))
                .when(close("2026-04"))
                .expectException(refusal("A-02"))
                .expectNoEvents();
    }

    @Test
    void that_an_earlier_period_is_open_is_told_before_that_a_month_is_missing() {
        periods.given(opened("2026-03"))
                .when(close("2026-05"))
                .expectException(refusal("A-02"))
                .expectNoEvents();
    }

    @Test
    void what_was_closed_before_a_reopened_period_stays_closed() {
        periods.given(
                        opened("2026-03"),
                        closed("2026-03", 1),
                        opened("2026-04"),
                        closed("2026-04", 1),
                        reopened("2026-04", 1))
                .when(close("2026-03"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void no_month_is_passed_over() {
        periods.given(opened("2026-03"), closed("2026-03", 1))
                .when(close("2026-05"))
                .expectException(refusal("A-01"))
                .expectNoEvents();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-13", "2026", "March"})
    void what_is_no_month_must_be_opened_first(String period) {
        periods.givenNoPriorActivity()
                .when(close(period))
                .expectException(refusal("A-02"))
                .expectNoEvents();
    }
}
