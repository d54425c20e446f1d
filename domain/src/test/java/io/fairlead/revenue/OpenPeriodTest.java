package io.fairlead.revenue;

import static io.fairlead.revenue.PeriodExamples.BOOKS;
import static io.fairlead.revenue.PeriodExamples.closed;
import static io.fairlead.revenue.PeriodExamples.opened;
import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Refusals.assertRefused;
import static io.fairlead.testing.Refusals.refusal;

import io.fairlead.revenue.event.PeriodOpened;
import java.time.LocalDate;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpenPeriodTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

    private final FixtureConfiguration<AccountingPeriod> periods = PeriodExamples.periods();

    @Test
    void a_period_of_any_length_follows_the_last() {
        periods.given(opened("2026-03"), closed("2026-03", 1))
                .when(open("2026-Q2", APRIL, JULY))
                .expectEvents(new PeriodOpened(BOOKS.value(), GMBH.value(), "2026-Q2", APRIL, JULY));
    }

    @Test
    void the_last_period_of_a_company_has_no_end() {
        periods.givenNoPriorActivity()
                .when(open("winding-up", APRIL, null))
                .expectEvents(new PeriodOpened(BOOKS.value(), GMBH.value(), "winding-up", APRIL, null));
    }

    @Test
    void the_same_period_again_changes_nothing() {
        periods.given(opened("2026-03"))
                .when(open("2026-03", LocalDate.of(2026, 3, 1), APRIL))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void periods_leave_no_gap_and_do_not_overlap() {
        periods.given(opened("2026-03"))
                .when(open("2026-Q3", JULY, LocalDate.of(2026, 10, 1)))
                .expectException(refusal("A-01"))
                .expectNoEvents();
        periods.given(opened("2026-03"))
                .when(open("2026-Q1", LocalDate.of(2026, 1, 1), APRIL))
                .expectException(refusal("A-01"))
                .expectNoEvents();
    }

    @Test
    void a_period_ends_after_it_begins() {
        assertRefused("G-02", "to", () -> open("x", APRIL, APRIL));
    }

    private static OpenPeriod open(String period, LocalDate from, @Nullable LocalDate to) {
        return new OpenPeriod(BOOKS, GMBH, period, from, to);
    }
}
