package io.fairlead.time;

import static io.fairlead.testing.Cast.ENTRY;
import static io.fairlead.testing.Refusals.refusal;
import static io.fairlead.time.TimeExamples.EIGHT_HOURS;
import static io.fairlead.time.TimeExamples.record;
import static io.fairlead.time.TimeExamples.recorded;
import static io.fairlead.time.TimeExamples.rejected;
import static io.fairlead.time.TimeExamples.submit;
import static io.fairlead.time.TimeExamples.submitted;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class OfferTimeTest {

    private final FixtureConfiguration<TimeEntry> entry = TimeExamples.entries();

    private static OfferTime offer(int seconds) {
        return new OfferTime(record(seconds), submit().at());
    }

    @Test
    void offered_time_is_recorded_and_submitted_by_its_author() {
        entry.givenNoPriorActivity().when(offer(EIGHT_HOURS)).expectEvents(recorded(EIGHT_HOURS), submitted(1));
    }

    @Test
    void time_that_was_recorded_before_is_submitted_only() {
        entry.given(recorded(EIGHT_HOURS)).when(offer(EIGHT_HOURS)).expectEvents(submitted(1));
    }

    @Test
    void rejected_time_is_offered_again() {
        entry.given(recorded(EIGHT_HOURS), submitted(1), rejected(1))
                .when(offer(EIGHT_HOURS))
                .expectEvents(submitted(1));
    }

    @Test
    void a_repeat_changes_nothing() {
        entry.given(recorded(EIGHT_HOURS), submitted(1))
                .when(offer(EIGHT_HOURS))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void other_time_under_the_same_key_is_neither_recorded_nor_submitted() {
        entry.given(recorded(EIGHT_HOURS))
                .when(offer(60))
                .expectException(refusal("T-02"))
                .expectNoEvents();
    }

    @Test
    void an_offer_names_one_entry() {
        var other = new TimeEntryId(ENTRY.value() + "-other");
        assertThatThrownBy(() -> new OfferTime(other, record(EIGHT_HOURS), submit().at()))
                .hasMessageContaining("name one entry");
    }
}
