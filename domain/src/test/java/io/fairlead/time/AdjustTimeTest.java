package io.fairlead.time;

import static io.fairlead.testing.Cast.CLERK;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Refusals.refusal;
import static io.fairlead.time.ChangeExamples.HOUR;
import static io.fairlead.time.ChangeExamples.adjust;
import static io.fairlead.time.ChangeExamples.changed;
import static io.fairlead.time.TimeExamples.EIGHT_HOURS;
import static io.fairlead.time.TimeExamples.corrected;
import static io.fairlead.time.TimeExamples.recorded;
import static io.fairlead.time.TimeExamples.unbilled;

import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class AdjustTimeTest {

    private final FixtureConfiguration<TimeEntry> entry = TimeExamples.entries();

    @Test
    void case_15_a_difference_changes_seconds_and_price() {
        entry.given(unbilled()).when(adjust(-5 * HOUR, CLERK)).expectEvents(changed(2, 3 * HOUR, -5 * HOUR, "-750"));
    }

    @Test
    void case_15_less_than_nothing_is_refused() {
        entry.given(unbilled())
                .andGiven(changed(2, 3 * HOUR, -5 * HOUR, "-750"))
                .when(adjust(-4 * HOUR, CLERK))
                .expectException(refusal("T-11"))
                .expectNoEvents();
    }

    @Test
    void before_its_approval_it_is_a_plain_correction() {
        entry.given(recorded(EIGHT_HOURS)).when(adjust(-HOUR, CLERK)).expectEvents(corrected(2, 7 * HOUR, WORK_DAY));
    }

    @Test
    void case_15_without_an_entry_there_is_nothing_to_adjust() {
        entry.givenNoPriorActivity()
                .when(adjust(-HOUR, CLERK))
                .expectException(AggregateNotFoundException.class)
                .expectNoEvents();
    }

    @Test
    void no_difference_changes_nothing() {
        entry.given(unbilled())
                .when(adjust(0, CLERK))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }
}
