package io.fairlead.time;

import static io.fairlead.testing.Cast.CLERK;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Refusals.refusal;
import static io.fairlead.time.ChangeExamples.HOUR;
import static io.fairlead.time.ChangeExamples.adjust;
import static io.fairlead.time.ChangeExamples.billedWhole;
import static io.fairlead.time.ChangeExamples.changed;
import static io.fairlead.time.ChangeExamples.correctionRequested;
import static io.fairlead.time.ChangeExamples.creditProposed;
import static io.fairlead.time.ChangeExamples.part;
import static io.fairlead.time.TimeExamples.EIGHT_HOURS;
import static io.fairlead.time.TimeExamples.corrected;
import static io.fairlead.time.TimeExamples.drafted;
import static io.fairlead.time.TimeExamples.recorded;
import static io.fairlead.time.TimeExamples.unbilled;

import io.fairlead.testing.Sent;
import java.util.List;
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

    @Test
    void a_repeat_after_its_key_was_forgotten_changes_nothing() {
        var sent = Sent.with("key", "minus five");
        entry.given(unbilled())
                .andGiven(Sent.by(sent, changed(2, 3 * HOUR, -5 * HOUR, "-750")))
                .when(adjust(-HOUR, CLERK), sent)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        entry.given(recorded(EIGHT_HOURS))
                .andGiven(Sent.by(sent, corrected(2, 7 * HOUR, WORK_DAY)))
                .when(adjust(-HOUR, CLERK), sent)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void under_another_key_or_with_another_body_it_is_another_difference() {
        for (var other : List.of(Sent.with("other", "minus five"), Sent.with("key", "minus one"))) {
            entry.given(unbilled())
                    .andGiven(Sent.by(Sent.with("key", "minus five"), changed(2, 3 * HOUR, -5 * HOUR, "-750")))
                    .when(adjust(-HOUR, CLERK), other)
                    .expectEvents(changed(3, 2 * HOUR, -HOUR, "-150"));
        }
    }

    @Test
    void two_differences_of_billed_time_add_up_in_one_proposal() {
        entry.given(billedWhole())
                .andGiven(creditProposed(6 * HOUR, "300", part(INVOICE, 1, 2 * HOUR, "300")))
                .when(adjust(-HOUR, CLERK))
                .expectEvents(creditProposed(5 * HOUR, "450", part(INVOICE, 1, 3 * HOUR, "450")));
    }

    @Test
    void two_differences_on_a_draft_add_up() {
        entry.given(unbilled())
                .andGiven(drafted(), correctionRequested(3 * HOUR))
                .when(adjust(-HOUR, CLERK))
                .expectEvents(correctionRequested(2 * HOUR));
    }

    @Test
    void no_more_is_taken_away_than_what_is_asked_on_a_draft() {
        entry.given(unbilled())
                .andGiven(drafted(), correctionRequested(3 * HOUR))
                .when(adjust(-3 * HOUR - 1, CLERK))
                .expectException(refusal("T-11"))
                .expectNoEvents();
    }

    @Test
    void a_difference_that_takes_back_what_waits_for_a_draft_is_refused_since_that_comes_all_the_same() {
        entry.given(unbilled())
                .andGiven(drafted(), correctionRequested(3 * HOUR))
                .when(adjust(5 * HOUR, CLERK))
                .expectException(refusal("T-11"))
                .expectNoEvents();
    }
}
