package io.fairlead.time;

import static io.fairlead.testing.Cast.ENTRY;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.LEAD;
import static io.fairlead.testing.Cast.OTHER_INVOICE;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Refusals.assertRefused;
import static io.fairlead.testing.Refusals.refusal;
import static io.fairlead.time.ChangeExamples.HOUR;
import static io.fairlead.time.ChangeExamples.REASON;
import static io.fairlead.time.ChangeExamples.billedWhole;
import static io.fairlead.time.ChangeExamples.changed;
import static io.fairlead.time.ChangeExamples.correctionRequested;
import static io.fairlead.time.ChangeExamples.creditProposed;
import static io.fairlead.time.ChangeExamples.neverExisted;
import static io.fairlead.time.ChangeExamples.part;
import static io.fairlead.time.ChangeExamples.writtenOff;
import static io.fairlead.time.TimeExamples.EIGHT_HOURS;
import static io.fairlead.time.TimeExamples.approved;
import static io.fairlead.time.TimeExamples.correct;
import static io.fairlead.time.TimeExamples.corrected;
import static io.fairlead.time.TimeExamples.drafted;
import static io.fairlead.time.TimeExamples.price;
import static io.fairlead.time.TimeExamples.priced;
import static io.fairlead.time.TimeExamples.recorded;
import static io.fairlead.time.TimeExamples.submitted;
import static io.fairlead.time.TimeExamples.takeOff;
import static io.fairlead.time.TimeExamples.takenOff;
import static io.fairlead.time.TimeExamples.unbilled;

import io.fairlead.time.event.TimeCorrectedAfterApproval;
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

    @Test
    void case_15_unbilled_time_is_priced_anew() {
        entry.given(unbilled()).when(correct(3 * HOUR, WORK_DAY)).expectEvents(changed(2, 3 * HOUR, -5 * HOUR, "-750"));
    }

    @Test
    void case_15_set_to_nothing_it_is_worth_nothing_and_not_billed() {
        entry.given(unbilled()).when(correct(0, WORK_DAY)).expectEvents(changed(2, 0, -EIGHT_HOURS, "-1200"));
        entry.given(unbilled())
                .andGiven(changed(2, 0, -EIGHT_HOURS, "-1200"))
                .when(ChangeExamples.putOn(INVOICE, 1, HOUR, "150"))
                .expectException(refusal("T-07"))
                .expectNoEvents();
    }

    @Test
    void approved_time_without_a_price_gets_the_price_of_what_is_left() {
        entry.given(recorded(EIGHT_HOURS), submitted(1), approved(1, EIGHT_HOURS, WORK_DAY))
                .when(correct(3 * HOUR, WORK_DAY))
                .expectEvents(changed(2, 3 * HOUR, -5 * HOUR, null));
        entry.given(recorded(EIGHT_HOURS), submitted(1), approved(1, EIGHT_HOURS, WORK_DAY))
                .andGiven(changed(2, 3 * HOUR, -5 * HOUR, null))
                .when(price(1))
                .expectEvents(priced(3 * HOUR, "150", "450"));
    }

    @Test
    void nobody_adds_to_their_own_approved_time() {
        entry.given(unbilled())
                .when(correct(9 * HOUR, WORK_DAY))
                .expectException(refusal("T-03"))
                .expectNoEvents();
    }

    @Test
    void on_a_draft_the_line_is_removed_first() {
        entry.given(unbilled())
                .andGiven(drafted())
                .when(correct(3 * HOUR, WORK_DAY))
                .expectEvents(correctionRequested(3 * HOUR));
        entry.given(unbilled())
                .andGiven(drafted(), correctionRequested(3 * HOUR))
                .when(takeOff(INVOICE))
                .expectEvents(takenOff(), changed(2, 3 * HOUR, -5 * HOUR, "-750"));
    }

    @Test
    void case_3_billed_time_stays_and_a_credit_is_proposed() {
        entry.given(billedWhole())
                .when(correct(6 * HOUR, WORK_DAY))
                .expectEvents(creditProposed(6 * HOUR, "300", part(INVOICE, 1, 2 * HOUR, "300")));
    }

    @Test
    void case_15_billed_time_set_to_nothing_is_a_credit_of_all_of_it() {
        entry.given(billedWhole())
                .when(correct(0, WORK_DAY))
                .expectEvents(creditProposed(0, "1200", part(INVOICE, 1, EIGHT_HOURS, "1200")));
    }

    @Test
    void what_is_left_goes_before_what_is_billed() {
        entry.given(unbilled())
                .andGiven(
                        ChangeExamples.drafted(INVOICE, 1, 6 * HOUR, "900"),
                        ChangeExamples.billed(INVOICE, 1, 6 * HOUR, "900"))
                .when(correct(5 * HOUR, WORK_DAY))
                .expectEvents(
                        changed(2, 6 * HOUR, -2 * HOUR, "-300"),
                        creditProposed(5 * HOUR, "150", part(INVOICE, 1, HOUR, "150")));
    }

    @Test
    void the_same_proposal_again_changes_nothing_and_the_former_span_ends_it() {
        var proposed = creditProposed(6 * HOUR, "300", part(INVOICE, 1, 2 * HOUR, "300"));
        entry.given(billedWhole())
                .andGiven(proposed)
                .when(correct(6 * HOUR, WORK_DAY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        entry.given(billedWhole())
                .andGiven(proposed)
                .when(correct(EIGHT_HOURS, WORK_DAY))
                .expectEvents(creditProposed(EIGHT_HOURS, "0"));
    }

    @Test
    void no_proposal_is_left_once_its_credit_note_is_there() {
        var proposed = creditProposed(6 * HOUR, "300", part(INVOICE, 1, 2 * HOUR, "300"));
        entry.given(billedWhole())
                .andGiven(proposed, neverExisted(2 * HOUR, "300", 6 * HOUR))
                .when(new CorrectTime(ENTRY, WORK_DAY, EIGHT_HOURS, REASON, LEAD))
                .expectEvents(TimeCorrectedAfterApproval.newBuilder(changed(2, EIGHT_HOURS, 2 * HOUR, "300"))
                        .setAuthor(LEAD)
                        .build());
    }

    @Test
    void a_credit_note_of_a_part_of_it_leaves_the_proposal() {
        var proposed = creditProposed(6 * HOUR, "300", part(INVOICE, 1, 2 * HOUR, "300"));
        entry.given(billedWhole())
                .andGiven(proposed, neverExisted(HOUR, "150", 7 * HOUR))
                .when(correct(6 * HOUR, WORK_DAY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        entry.given(billedWhole())
                .andGiven(proposed, neverExisted(HOUR, "150", 7 * HOUR))
                .when(correct(7 * HOUR, WORK_DAY))
                .expectEvents(creditProposed(7 * HOUR, "0"));
    }

    @Test
    void of_two_invoices_the_later_one_is_credited_first_and_the_other_only_beyond_it() {
        var onTwo = new Object[] {
            ChangeExamples.drafted(INVOICE, 1, 4 * HOUR, "600"),
            ChangeExamples.billed(INVOICE, 1, 4 * HOUR, "600"),
            ChangeExamples.drafted(OTHER_INVOICE, 2, 4 * HOUR, "600"),
            ChangeExamples.billed(OTHER_INVOICE, 2, 4 * HOUR, "600")
        };
        entry.given(unbilled())
                .andGiven(onTwo)
                .when(correct(4 * HOUR, WORK_DAY))
                .expectEvents(creditProposed(4 * HOUR, "600", part(OTHER_INVOICE, 2, 4 * HOUR, "600")));
        entry.given(unbilled())
                .andGiven(onTwo)
                .when(correct(3 * HOUR, WORK_DAY))
                .expectEvents(creditProposed(
                        3 * HOUR, "750", part(OTHER_INVOICE, 2, 4 * HOUR, "600"), part(INVOICE, 1, HOUR, "150")));
    }

    @Test
    void what_was_given_up_while_a_draft_was_asked_stays_given_up() {
        entry.given(unbilled())
                .andGiven(
                        ChangeExamples.drafted(INVOICE, 1, 4 * HOUR, "600"),
                        ChangeExamples.billed(INVOICE, 1, 4 * HOUR, "600"),
                        ChangeExamples.drafted(OTHER_INVOICE, 2, 4 * HOUR, "600"),
                        correctionRequested(HOUR),
                        ChangeExamples.writtenOffByNote(4 * HOUR, "600"))
                .when(takeOff(OTHER_INVOICE))
                .expectEvents(
                        ChangeExamples.takenOff(OTHER_INVOICE, 2, 4 * HOUR, "600"),
                        changed(2, 4 * HOUR, -4 * HOUR, "-600"));
    }

    @Test
    void what_was_given_up_cannot_be_corrected_away() {
        entry.given(unbilled())
                .andGiven(writtenOff(2 * HOUR, "300"))
                .when(correct(HOUR, WORK_DAY))
                .expectException(refusal("T-11"))
                .expectNoEvents();
    }

    @ParameterizedTest
    @ValueSource(ints = {-18_000, -1, 86_401})
    void the_corrected_span_is_worked_time_of_a_day(int seconds) {
        assertRefused("T-01", "seconds", () -> correct(seconds, WORK_DAY));
    }
}
