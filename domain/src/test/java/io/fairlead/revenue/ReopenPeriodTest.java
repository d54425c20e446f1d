package io.fairlead.revenue;

import static io.fairlead.revenue.PeriodExamples.BOOKS;
import static io.fairlead.revenue.PeriodExamples.closed;
import static io.fairlead.revenue.PeriodExamples.opened;
import static io.fairlead.revenue.PeriodExamples.reopened;
import static io.fairlead.testing.Cast.LEAD;
import static io.fairlead.testing.Cast.NOON;
import static io.fairlead.testing.Refusals.refusal;

import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ReopenPeriodTest {

    private final FixtureConfiguration<AccountingPeriod> periods = PeriodExamples.periods();

    @Test
    void the_last_closed_period_is_reopened() {
        periods.given(opened("2026-03"), closed("2026-03", 1))
                .when(reopen("2026-03"))
                .expectEvents(reopened("2026-03", 1));
    }

    @Test
    void an_open_period_is_open() {
        periods.given(opened("2026-03"), closed("2026-03", 1), reopened("2026-03", 1))
                .when(reopen("2026-03"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void only_the_last_closed_period_is_reopened() {
        periods.given(opened("2026-03"), closed("2026-03", 1), opened("2026-04"), closed("2026-04", 1))
                .when(reopen("2026-03"))
                .expectException(refusal("A-03"))
                .expectNoEvents();
    }

    @Test
    void an_unknown_period_is_refused() {
        periods.given(opened("2026-03"))
                .when(reopen("2026-04"))
                .expectException(refusal("A-02"))
                .expectNoEvents();
    }

    private static ReopenPeriod reopen(String period) {
        return new ReopenPeriod(BOOKS, period, LEAD, "late invoice", NOON);
    }
}
