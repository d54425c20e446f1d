package io.fairlead.time;

import static io.fairlead.shared.Disposition.CORRECTED;
import static io.fairlead.shared.Disposition.REOPEN;
import static io.fairlead.shared.Disposition.WRITE_OFF;
import static io.fairlead.testing.Cast.OTHER_INVOICE;
import static io.fairlead.testing.Refusals.refusal;
import static io.fairlead.time.ChangeExamples.HOUR;
import static io.fairlead.time.ChangeExamples.billedWhole;
import static io.fairlead.time.ChangeExamples.challenged;
import static io.fairlead.time.ChangeExamples.credit;
import static io.fairlead.time.ChangeExamples.drafted;
import static io.fairlead.time.ChangeExamples.neverExisted;
import static io.fairlead.time.ChangeExamples.reopened;
import static io.fairlead.time.ChangeExamples.withdrawn;
import static io.fairlead.time.ChangeExamples.writtenOffByNote;
import static io.fairlead.time.TimeExamples.EIGHT_HOURS;
import static io.fairlead.time.TimeExamples.unbilled;

import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreditTimeTest {

    private final FixtureConfiguration<TimeEntry> entry = TimeExamples.entries();

    @Test
    void reopened_time_is_unbilled_again() {
        entry.given(billedWhole())
                .when(credit(1, EIGHT_HOURS, "1200", REOPEN))
                .expectEvents(reopened(EIGHT_HOURS, "1200"));
    }

    @Test
    void reopened_time_goes_on_another_invoice_under_the_next_number() {
        entry.given(billedWhole())
                .andGiven(reopened(2 * HOUR, "300"))
                .when(ChangeExamples.putOn(OTHER_INVOICE, 2, 2 * HOUR, "300"))
                .expectEvents(drafted(OTHER_INVOICE, 2, 2 * HOUR, "300"));
    }

    @Test
    void time_that_is_given_up_is_not_unbilled() {
        entry.given(billedWhole())
                .when(credit(1, 2 * HOUR, "300", WRITE_OFF))
                .expectEvents(writtenOffByNote(2 * HOUR, "300"));
        entry.given(billedWhole())
                .andGiven(writtenOffByNote(2 * HOUR, "300"))
                .when(ChangeExamples.putOn(OTHER_INVOICE, 2, HOUR, "150"))
                .expectException(refusal("T-07"))
                .expectNoEvents();
    }

    @Test
    void case_3_corrected_time_never_existed_and_nothing_reopens() {
        entry.given(billedWhole())
                .when(credit(1, 2 * HOUR, "300", CORRECTED))
                .expectEvents(neverExisted(2 * HOUR, "300", 6 * HOUR));
        entry.given(billedWhole())
                .andGiven(neverExisted(2 * HOUR, "300", 6 * HOUR))
                .when(ChangeExamples.putOn(OTHER_INVOICE, 2, HOUR, "150"))
                .expectException(refusal("T-07"))
                .expectNoEvents();
    }

    @Test
    void the_same_credit_again_changes_nothing() {
        entry.given(billedWhole())
                .andGiven(reopened(2 * HOUR, "300"))
                .when(credit(1, 2 * HOUR, "300", REOPEN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void one_note_may_give_up_one_part_and_correct_another() {
        entry.given(billedWhole())
                .andGiven(writtenOffByNote(2 * HOUR, "300"))
                .when(credit(1, HOUR, "150", CORRECTED))
                .expectEvents(neverExisted(HOUR, "150", 7 * HOUR));
    }

    @Test
    void a_doubted_approval_falls_with_the_last_bill() {
        entry.given(billedWhole())
                .andGiven(challenged("1200"))
                .when(credit(1, EIGHT_HOURS, "1200", CORRECTED))
                .expectEvents(neverExisted(EIGHT_HOURS, "1200", 0), withdrawn(2, 0, 0, "0"));
    }

    @Test
    void a_doubted_approval_stands_while_something_is_billed() {
        entry.given(billedWhole())
                .andGiven(challenged("1200"))
                .when(credit(1, 2 * HOUR, "300", REOPEN))
                .expectEvents(reopened(2 * HOUR, "300"));
    }

    @ParameterizedTest
    @CsvSource({"2, 3600, 150", "1, 28801, 1200", "1, 28800, 1200.01"})
    void no_more_is_credited_than_is_billed(int portionNo, int seconds, String amount) {
        entry.given(billedWhole())
                .when(credit(portionNo, seconds, amount, REOPEN))
                .expectException(refusal("T-10"))
                .expectNoEvents();
    }

    @Test
    void credits_add_up_to_the_bill_at_most() {
        entry.given(billedWhole())
                .andGiven(reopened(7 * HOUR, "1050"))
                .when(credit(1, 2 * HOUR, "300", WRITE_OFF))
                .expectException(refusal("T-10"))
                .expectNoEvents();
    }

    @Test
    void unbilled_time_is_not_credited() {
        entry.given(unbilled())
                .when(credit(1, HOUR, "150", REOPEN))
                .expectException(refusal("T-10"))
                .expectNoEvents();
    }
}
