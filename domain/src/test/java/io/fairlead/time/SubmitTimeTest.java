package io.fairlead.time;

import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Refusals.refusal;
import static io.fairlead.time.TimeExamples.EIGHT_HOURS;
import static io.fairlead.time.TimeExamples.approved;
import static io.fairlead.time.TimeExamples.corrected;
import static io.fairlead.time.TimeExamples.recorded;
import static io.fairlead.time.TimeExamples.rejected;
import static io.fairlead.time.TimeExamples.submit;
import static io.fairlead.time.TimeExamples.submitted;

import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class SubmitTimeTest {

    private final FixtureConfiguration<TimeEntry> entry = TimeExamples.entries();

    @Test
    void recorded_time_is_submitted() {
        entry.given(recorded(EIGHT_HOURS)).when(submit()).expectEvents(submitted(1));
    }

    @Test
    void time_corrected_after_its_submission_is_submitted_again() {
        entry.given(recorded(EIGHT_HOURS), submitted(1), corrected(2, 60, WORK_DAY))
                .when(submit())
                .expectEvents(submitted(2));
    }

    @Test
    void rejected_time_is_submitted_again() {
        entry.given(recorded(EIGHT_HOURS), submitted(1), rejected(1))
                .when(submit())
                .expectEvents(submitted(1));
    }

    @Test
    void a_second_submission_changes_nothing() {
        entry.given(recorded(EIGHT_HOURS), submitted(1))
                .when(submit())
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void approved_time_waits_for_nobody() {
        entry.given(recorded(EIGHT_HOURS), submitted(1), approved(1, EIGHT_HOURS, WORK_DAY))
                .when(submit())
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void an_approval_withdrawn_from_time_that_was_corrected_to_nothing_leaves_nothing_to_submit() {
        entry.given(TimeExamples.unbilled())
                .andGiven(ChangeExamples.changed(2, 0, -EIGHT_HOURS, "-1200"), ChangeExamples.withdrawn(3, 0, 0, "0"))
                .when(submit())
                .expectException(refusal("T-01"))
                .expectNoEvents();
    }
}
