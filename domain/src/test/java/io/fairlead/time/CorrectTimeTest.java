package io.fairlead.time;

import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Refusals.assertRefused;
import static io.fairlead.testing.Refusals.refusal;
import static io.fairlead.time.TimeExamples.EIGHT_HOURS;
import static io.fairlead.time.TimeExamples.approved;
import static io.fairlead.time.TimeExamples.correct;
import static io.fairlead.time.TimeExamples.corrected;
import static io.fairlead.time.TimeExamples.recorded;
import static io.fairlead.time.TimeExamples.submitted;

import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrectTimeTest {

    private final FixtureConfiguration<TimeEntry> entry = TimeExamples.entries();

    @Test
    void a_correction_is_a_new_version() {
        entry.given(recorded(EIGHT_HOURS)).when(correct(60, WORK_DAY)).expectEvents(corrected(2, 60, WORK_DAY));
    }

    @Test
    void another_day_is_a_correction_too() {
        var nextDay = WORK_DAY.plusDays(1);
        entry.given(recorded(EIGHT_HOURS), corrected(2, 60, WORK_DAY))
                .when(correct(60, nextDay))
                .expectEvents(corrected(3, 60, nextDay));
    }

    @Test
    void submitted_time_may_be_corrected() {
        entry.given(recorded(EIGHT_HOURS), submitted(1))
                .when(correct(60, WORK_DAY))
                .expectEvents(corrected(2, 60, WORK_DAY));
    }

    @Test
    void what_is_recorded_already_is_no_correction() {
        entry.given(recorded(EIGHT_HOURS), submitted(1))
                .when(correct(EIGHT_HOURS, WORK_DAY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void the_same_correction_again_changes_nothing() {
        entry.given(recorded(EIGHT_HOURS), corrected(2, 60, WORK_DAY))
                .when(correct(60, WORK_DAY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void back_to_what_was_recorded_is_a_correction_of_the_correction() {
        entry.given(recorded(EIGHT_HOURS), corrected(2, 60, WORK_DAY))
                .when(correct(EIGHT_HOURS, WORK_DAY))
                .expectEvents(corrected(3, EIGHT_HOURS, WORK_DAY));
    }

    @Test
    void approved_time_keeps_its_day() {
        entry.given(recorded(EIGHT_HOURS), submitted(1), approved(1, EIGHT_HOURS, WORK_DAY))
                .when(correct(60, WORK_DAY.plusDays(1)))
                .expectException(refusal("T-05"))
                .expectNoEvents();
    }

    @Test
    void only_approved_time_is_set_to_nothing() {
        entry.given(recorded(EIGHT_HOURS))
                .when(correct(0, WORK_DAY))
                .expectException(refusal("T-01"))
                .expectNoEvents();
    }

    @ParameterizedTest
    @ValueSource(ints = {-18_000, -1, 86_401})
    void the_corrected_span_is_worked_time_of_a_day(int seconds) {
        assertRefused("T-01", "seconds", () -> correct(seconds, WORK_DAY));
    }
}
