package io.fairlead.time;

import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Refusals.assertRefused;
import static io.fairlead.testing.Refusals.refusal;
import static io.fairlead.time.ChangeExamples.HOUR;
import static io.fairlead.time.ChangeExamples.billedWhole;
import static io.fairlead.time.ChangeExamples.writeOff;
import static io.fairlead.time.ChangeExamples.writtenOff;
import static io.fairlead.time.TimeExamples.EIGHT_HOURS;
import static io.fairlead.time.TimeExamples.approved;
import static io.fairlead.time.TimeExamples.recorded;
import static io.fairlead.time.TimeExamples.submitted;
import static io.fairlead.time.TimeExamples.unbilled;

import io.fairlead.testing.Sent;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class WriteOffTimeTest {

    private final FixtureConfiguration<TimeEntry> entry = TimeExamples.entries();

    @Test
    void all_that_is_unbilled_is_given_up() {
        entry.given(unbilled()).when(writeOff(null)).expectEvents(writtenOff(EIGHT_HOURS, "1200"));
    }

    @Test
    void a_part_is_worth_its_share_and_the_rest_is_billed() {
        entry.given(unbilled()).when(writeOff(2 * HOUR)).expectEvents(writtenOff(2 * HOUR, "300"));
        entry.given(unbilled())
                .andGiven(writtenOff(2 * HOUR, "300"))
                .when(ChangeExamples.putOn(INVOICE, 1, 6 * HOUR, "900"))
                .expectEvents(ChangeExamples.drafted(INVOICE, 1, 6 * HOUR, "900"));
    }

    @Test
    void all_of_it_may_be_named_and_nothing_is_no_time_to_give_up() {
        entry.given(unbilled()).when(writeOff(EIGHT_HOURS)).expectEvents(writtenOff(EIGHT_HOURS, "1200"));
        assertRefused("T-01", "seconds", () -> writeOff(0));
    }

    @Test
    void given_up_again_it_is_the_same() {
        entry.given(unbilled())
                .andGiven(writtenOff(EIGHT_HOURS, "1200"))
                .when(writeOff(null))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void no_more_is_given_up_than_is_unbilled() {
        entry.given(unbilled())
                .andGiven(writtenOff(2 * HOUR, "300"))
                .when(writeOff(7 * HOUR))
                .expectException(refusal("T-13"))
                .expectNoEvents();
    }

    @Test
    void billed_time_is_credited_instead() {
        entry.given(billedWhole())
                .when(writeOff(null))
                .expectException(refusal("T-13"))
                .expectNoEvents();
    }

    @Test
    void time_without_a_price_has_no_value_to_give_up() {
        entry.given(recorded(EIGHT_HOURS), submitted(1), approved(1, EIGHT_HOURS, WORK_DAY))
                .when(writeOff(null))
                .expectException(refusal("T-13"))
                .expectNoEvents();
    }

    @Test
    void a_repeat_after_its_key_was_forgotten_gives_up_no_more() {
        var sent = Sent.with("key", "two hours");
        entry.given(unbilled())
                .andGiven(Sent.by(sent, writtenOff(2 * HOUR, "300")))
                .when(writeOff(2 * HOUR), sent)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        entry.given(unbilled())
                .andGiven(Sent.by(sent, writtenOff(2 * HOUR, "300")))
                .when(writeOff(2 * HOUR), Sent.with("other", "two hours"))
                .expectEvents(writtenOff(2 * HOUR, "300"));
    }

    @Test
    void nor_does_it_once_a_credit_has_given_something_back() {
        var sent = Sent.with("key", "all");
        entry.given(unbilled())
                .andGiven(Sent.by(sent, writtenOff(2 * HOUR, "300")))
                .andGiven(ChangeExamples.drafted(INVOICE, 1, 6 * HOUR, "900"))
                .andGiven(ChangeExamples.billed(INVOICE, 1, 6 * HOUR, "900"))
                .andGiven(ChangeExamples.reopened(HOUR, "150"))
                .when(writeOff(null), sent)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }
}
