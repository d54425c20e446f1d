package io.fairlead.revenue;

import static io.fairlead.revenue.RevenueExamples.JUNE_CLOSE;
import static io.fairlead.revenue.RevenueExamples.opened;
import static io.fairlead.revenue.RevenueExamples.recognise;
import static io.fairlead.revenue.RevenueExamples.recognised;
import static io.fairlead.revenue.RevenueExamples.spent;
import static io.fairlead.testing.Refusals.refusal;

import io.fairlead.revenue.event.RevenueRecognised;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class RecogniseRevenueTest {

    private static final RevenueInputs FIRST = spent("420000", "700000");
    private static final RevenueRecognised BOOKED = recognised(JUNE_CLOSE, FIRST, "1000000", "600000", "0", "600000");

    private final FixtureConfiguration<PerformanceObligation> obligation = RevenueExamples.obligations();

    @Test
    void a_close_books_what_was_earned_since_the_last() {
        obligation.given(opened("1000000")).when(recognise(JUNE_CLOSE, FIRST)).expectEvents(BOOKED);
    }

    @Test
    void the_next_close_books_the_rest_and_may_take_back() {
        var worse = spent("420000", "840000");
        obligation
                .given(opened("1000000"), BOOKED)
                .when(recognise("next", worse))
                .expectEvents(recognised("next", worse, "1000000", "500000", "600000", "-100000"));
    }

    @Test
    void the_same_close_again_books_nothing_whatever_has_changed_since() {
        obligation
                .given(opened("1000000"), BOOKED)
                .when(recognise(JUNE_CLOSE, spent("500000", "700000")))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void nothing_earned_is_no_event() {
        obligation
                .given(opened("1000000"), BOOKED)
                .when(recognise("next", FIRST))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void what_cannot_be_worked_out_is_refused() {
        obligation
                .given(opened("1000000"))
                .when(recognise(JUNE_CLOSE, new RevenueInputs(FIRST.cost(), null, null, null, FIRST.until())))
                .expectException(refusal("O-02"))
                .expectNoEvents();
    }
}
