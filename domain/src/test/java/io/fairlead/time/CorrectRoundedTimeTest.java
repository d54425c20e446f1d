package io.fairlead.time;

import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.LEAD;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.time.ChangeExamples.HOUR;
import static io.fairlead.time.ChangeExamples.changed;
import static io.fairlead.time.ChangeExamples.correctionRequested;
import static io.fairlead.time.ChangeExamples.creditProposed;
import static io.fairlead.time.ChangeExamples.part;
import static io.fairlead.time.TimeExamples.EIGHT_HOURS;
import static io.fairlead.time.TimeExamples.approved;
import static io.fairlead.time.TimeExamples.correct;
import static io.fairlead.time.TimeExamples.priced;
import static io.fairlead.time.TimeExamples.recorded;
import static io.fairlead.time.TimeExamples.submitted;

import io.fairlead.shared.Disposition;
import io.fairlead.time.event.TimeCorrectedAfterApproval;
import io.fairlead.time.event.TimeCreditProposed;
import io.fairlead.time.event.TimePriced;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** What a correction of time does that its contract rounds. */
class CorrectRoundedTimeTest {

    private final FixtureConfiguration<TimeEntry> entry = TimeExamples.entries();

    @Test
    void time_that_is_billed_by_the_quarter_hour_is_rounded_anew_until_a_part_of_it_is_billed() {
        var byQuarter = TimePriced.newBuilder(priced(EIGHT_HOURS, "150", "1200.00"))
                .setTimeRounding("UP 15 MIN ENTRY")
                .build();
        var before = new Object[] {
            recorded(EIGHT_HOURS), submitted(1), approved(1, EIGHT_HOURS, WORK_DAY), byQuarter,
        };
        entry.given(before)
                .when(correct(3 * HOUR - 600, WORK_DAY)) // 2:50 h are billed with 3 h.
                .expectEvents(TimeCorrectedAfterApproval.newBuilder(changed(2, 3 * HOUR - 600, -5 * HOUR - 600, "-750"))
                        .setBilledSecondsDelta(-5 * HOUR)
                        .build());
        entry.given(before)
                .andGiven(
                        ChangeExamples.drafted(INVOICE, 1, 6 * HOUR, "900"),
                        ChangeExamples.billed(INVOICE, 1, 6 * HOUR, "900"))
                .when(correct(7 * HOUR + 600, WORK_DAY)) // 50 min of the 2 h that are left go.
                .expectEvents(changed(2, 7 * HOUR + 600, -3_000, "-125"));
    }

    @Test
    void case_52_of_time_that_was_rounded_down_what_nobody_pays_for_goes_first() {
        var down = TimePriced.newBuilder(priced(EIGHT_HOURS, "150", "1200.00"))
                .setTimeRounding("NEAREST 15 MIN ENTRY")
                .build();
        int worked = EIGHT_HOURS + 100;
        var drafted = new Object[] {
            recorded(worked), submitted(1), approved(1, worked, WORK_DAY), down, TimeExamples.drafted()
        };
        var uncharged = TimeCorrectedAfterApproval.newBuilder(changed(2, EIGHT_HOURS, -100, "0"))
                .setBilledSecondsDelta(0)
                .build();
        entry.given(drafted)
                .andGiven(correctionRequested(20))
                .when(TimeExamples.bill(INVOICE))
                .expectEvents(
                        TimeExamples.billed(),
                        uncharged,
                        creditProposed(20, "1199.17", part(INVOICE, 1, EIGHT_HOURS - 20, "1199.17")));
        entry.given(drafted)
                .andGiven(TimeExamples.billed())
                .when(correct(worked - 50, WORK_DAY))
                .expectEvents(TimeCorrectedAfterApproval.newBuilder(changed(2, worked - 50, -50, "0"))
                        .setBilledSecondsDelta(0)
                        .build());
    }

    @Test
    void of_billed_time_that_was_rounded_up_all_is_proposed_once_nothing_was_worked() {
        var byQuarter = TimePriced.newBuilder(priced(HOUR, "150", "150.00"))
                .setTimeRounding("UP 15 MIN ENTRY")
                .build();
        entry.given(recorded(HOUR - 600), submitted(1), approved(1, HOUR - 600, WORK_DAY), byQuarter)
                .andGiven(
                        ChangeExamples.drafted(INVOICE, 1, HOUR, "150"), ChangeExamples.billed(INVOICE, 1, HOUR, "150"))
                .when(correct(0, WORK_DAY))
                .expectEvents(creditProposed(0, "150", part(INVOICE, 1, HOUR, "150")));
    }

    /** Ten minutes that nobody worked would be billed else. */
    @Test
    void of_time_that_was_rounded_up_nothing_stays_unbilled_once_all_that_is_left_was_given_up() {
        var byQuarter = TimePriced.newBuilder(priced(HOUR, "150", "150.00"))
                .setTimeRounding("UP 15 MIN ENTRY")
                .build();
        int worked = HOUR - 600;
        entry.given(recorded(worked), submitted(1), approved(1, worked, WORK_DAY), byQuarter)
                .andGiven(ChangeExamples.writtenOff(1_200, "50"))
                .when(correct(1_200, WORK_DAY))
                .expectEvents(TimeCorrectedAfterApproval.newBuilder(changed(2, 1_200, 1_200 - worked, "-100"))
                        .setBilledSecondsDelta(1_200 - HOUR)
                        .build());
        entry.given(recorded(worked), submitted(1), approved(1, worked, WORK_DAY), byQuarter)
                .andGiven(ChangeExamples.writtenOff(1_200, "50"))
                .when(correct(1_201, WORK_DAY)) // A second is left, and the ten minutes with it.
                .expectEvents(TimeCorrectedAfterApproval.newBuilder(changed(2, 1_201, 1_201 - worked, "-74.96"))
                        .setBilledSecondsDelta(1_201 - worked)
                        .build());
    }

    /** A note gave up 20 minutes of it, another takes the 40 that are left: 30 of them were worked. */
    @Test
    void of_moved_time_that_was_rounded_up_and_is_credited_in_parts_nothing_stays_unbilled() {
        var byQuarter = TimePriced.newBuilder(priced(HOUR, "150", "150.00"))
                .setTimeRounding("UP 15 MIN ENTRY")
                .build();
        int worked = HOUR - 600;
        entry.given(recorded(worked), submitted(1), approved(1, worked, WORK_DAY), byQuarter)
                .andGiven(
                        ChangeExamples.drafted(INVOICE, 1, HOUR, "150"),
                        ChangeExamples.billed(INVOICE, 1, HOUR, "150"),
                        creditProposed(0, "150", part(INVOICE, 1, HOUR, "150")),
                        MoveTimeTest.moved(1, worked, TimeExamples.submit().at(), true),
                        ChangeExamples.writtenOffByNote(1_200, "50"))
                .when(ChangeExamples.credit(1, 2_400, "100", Disposition.REOPEN))
                .expectEvents(
                        ChangeExamples.reopened(2_400, "100"),
                        TimeCorrectedAfterApproval.newBuilder(changed(2, 1_200, 1_200 - worked, "-100"))
                                .setBilledSecondsDelta(-2_400)
                                .setReason(MoveTimeTest.WHY)
                                .setAuthor(LEAD)
                                .build(),
                        TimeCreditProposed.newBuilder(creditProposed(1_200, "0"))
                                .setReason(MoveTimeTest.WHY)
                                .setAuthor(LEAD)
                                .build());
    }
}
