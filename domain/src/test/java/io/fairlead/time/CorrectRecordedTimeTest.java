package io.fairlead.time;

import static io.fairlead.testing.Cast.CLERK;
import static io.fairlead.testing.Cast.ENTRY;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Refusals.assertRefused;
import static io.fairlead.testing.Refusals.refusal;
import static io.fairlead.time.TimeExamples.EIGHT_HOURS;
import static io.fairlead.time.TimeExamples.approved;
import static io.fairlead.time.TimeExamples.corrected;
import static io.fairlead.time.TimeExamples.recorded;
import static io.fairlead.time.TimeExamples.submitted;

import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrectRecordedTimeTest {

    private final FixtureConfiguration<TimeEntry> entry = TimeExamples.entries();

    @Test
    void recorded_time_is_corrected_before_its_approval() {
        entry.given(recorded(EIGHT_HOURS)).when(correct(60)).expectEvents(corrected(2, 60, WORK_DAY));
    }

    @Test
    void the_same_correction_again_changes_nothing() {
        entry.given(recorded(EIGHT_HOURS), corrected(2, 60, WORK_DAY))
                .when(correct(60))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void approved_time_is_refused() {
        entry.given(recorded(EIGHT_HOURS), submitted(1), approved(1, EIGHT_HOURS, WORK_DAY))
                .when(correct(60))
                .expectException(refusal("T-05"))
                .expectNoEvents();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 86_401})
    void it_is_worked_time_of_a_day(int seconds) {
        assertRefused("T-01", "seconds", () -> correct(seconds));
    }

    private static CorrectRecordedTime correct(int seconds) {
        return new CorrectRecordedTime(ENTRY, WORK_DAY, seconds, "a break was forgotten", CLERK);
    }
}
