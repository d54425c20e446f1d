package io.fairlead.time;

import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.OTHER_INVOICE;
import static io.fairlead.time.TimeExamples.billed;
import static io.fairlead.time.TimeExamples.drafted;
import static io.fairlead.time.TimeExamples.takeOff;
import static io.fairlead.time.TimeExamples.takenOff;
import static io.fairlead.time.TimeExamples.unbilled;

import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class TakeTimeOffDraftTest {

    private final FixtureConfiguration<TimeEntry> entry = TimeExamples.entries();

    @Test
    void drafted_time_is_let_go() {
        entry.given(unbilled()).andGiven(drafted()).when(takeOff(INVOICE)).expectEvents(takenOff());
    }

    @Test
    void a_draft_that_does_not_have_it_changes_nothing() {
        entry.given(unbilled())
                .andGiven(drafted())
                .when(takeOff(OTHER_INVOICE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void letting_go_again_changes_nothing() {
        entry.given(unbilled())
                .andGiven(drafted(), takenOff())
                .when(takeOff(INVOICE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void billed_time_is_not_let_go() {
        entry.given(unbilled())
                .andGiven(drafted(), billed())
                .when(takeOff(INVOICE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }
}
