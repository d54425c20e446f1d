package io.fairlead.time;

import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.OTHER_INVOICE;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Refusals.refusal;
import static io.fairlead.time.TimeExamples.EIGHT_HOURS;
import static io.fairlead.time.TimeExamples.approved;
import static io.fairlead.time.TimeExamples.billed;
import static io.fairlead.time.TimeExamples.drafted;
import static io.fairlead.time.TimeExamples.putOn;
import static io.fairlead.time.TimeExamples.recorded;
import static io.fairlead.time.TimeExamples.submitted;
import static io.fairlead.time.TimeExamples.takenOff;
import static io.fairlead.time.TimeExamples.unbilled;

import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class PutTimeOnDraftTest {

    private final FixtureConfiguration<TimeEntry> entry = TimeExamples.entries();

    @Test
    void unbilled_time_is_claimed_whole() {
        entry.given(unbilled()).when(putOn(INVOICE)).expectEvents(drafted());
    }

    @Test
    void time_let_go_is_claimed_again() {
        entry.given(unbilled())
                .andGiven(drafted(), takenOff())
                .when(putOn(INVOICE))
                .expectEvents(drafted());
    }

    @Test
    void the_same_draft_again_changes_nothing() {
        entry.given(unbilled())
                .andGiven(drafted())
                .when(putOn(INVOICE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void the_draft_that_billed_it_has_it_already() {
        entry.given(unbilled())
                .andGiven(drafted(), billed())
                .when(putOn(INVOICE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void another_draft_does_not_get_it() {
        entry.given(unbilled())
                .andGiven(drafted())
                .when(putOn(OTHER_INVOICE))
                .expectException(refusal("T-07"))
                .expectNoEvents();
    }

    @Test
    void billed_time_is_never_drafted_again() {
        entry.given(unbilled())
                .andGiven(drafted(), billed())
                .when(putOn(OTHER_INVOICE))
                .expectException(refusal("T-07"))
                .expectNoEvents();
    }

    @Test
    void time_without_a_price_is_not_drafted() {
        entry.given(recorded(EIGHT_HOURS), submitted(1), approved(1, EIGHT_HOURS, WORK_DAY))
                .when(putOn(INVOICE))
                .expectException(refusal("T-07"))
                .expectNoEvents();
    }
}
