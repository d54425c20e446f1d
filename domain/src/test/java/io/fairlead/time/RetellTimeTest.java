package io.fairlead.time;

import static io.fairlead.testing.Cast.ANA;
import static io.fairlead.testing.Cast.CLERK;
import static io.fairlead.testing.Cast.ENTRY;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.LEAD;
import static io.fairlead.testing.Cast.NOON;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Refusals.refusal;
import static io.fairlead.time.ChangeExamples.HOUR;
import static io.fairlead.time.ChangeExamples.billedWhole;
import static io.fairlead.time.ChangeExamples.changed;
import static io.fairlead.time.ChangeExamples.creditProposed;
import static io.fairlead.time.ChangeExamples.part;
import static io.fairlead.time.ChangeExamples.withdrawn;
import static io.fairlead.time.TimeExamples.EIGHT_HOURS;
import static io.fairlead.time.TimeExamples.TARGET;
import static io.fairlead.time.TimeExamples.approved;
import static io.fairlead.time.TimeExamples.corrected;
import static io.fairlead.time.TimeExamples.recorded;
import static io.fairlead.time.TimeExamples.rejected;
import static io.fairlead.time.TimeExamples.submitted;
import static io.fairlead.time.TimeExamples.unbilled;

import io.fairlead.testing.SamePerson;
import io.fairlead.time.RetellTime.Retold;
import io.fairlead.time.event.TimeApprovalWithdrawn;
import io.fairlead.time.event.TimeCorrected;
import io.fairlead.time.event.TimeCorrectedAfterApproval;
import io.fairlead.time.event.TimeCreditProposed;
import io.fairlead.time.event.TimeRecorded;
import io.fairlead.time.event.TimeRetold;
import java.time.LocalDate;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetellTimeTest {

    private static final String EDITED = "edited in csv";

    private final FixtureConfiguration<TimeEntry> entry = TimeExamples.entries();

    private static RetellTime retell(int seconds) {
        return retell(seconds, WORK_DAY, null, CLERK, false);
    }

    private static RetellTime retell(int seconds, LocalDate day, @Nullable String note, String author, boolean submit) {
        var said =
                new RecordTime(ENTRY, "csv", "row-1", ANA, TARGET, null, null, day, seconds, "BILLABLE", note, author);
        return new RetellTime(said, submit, NOON);
    }

    private static TimeRetold retold(int seconds, LocalDate day, String by) {
        return TimeRetold.newBuilder()
                .setTimeEntryId("time-entry:e-1")
                .setLegalEntityId("legal-entity:GMBH")
                .setWorkDate(day)
                .setSeconds(seconds)
                .setToldBy(by)
                .build();
    }

    private static TimeRetold retold(int seconds) {
        return retold(seconds, WORK_DAY, CLERK);
    }

    private static TimeCorrected edited(int version, int seconds, LocalDate day) {
        return TimeCorrected.newBuilder(corrected(version, seconds, day))
                .setReason(EDITED)
                .build();
    }

    @Test
    void what_is_told_first_is_recorded_and_offered_when_it_is_to_be() {
        entry.givenNoPriorActivity()
                .when(retell(EIGHT_HOURS))
                .expectResultMessagePayload(Retold.RECORDED)
                .expectEvents(recorded(EIGHT_HOURS));
        entry.givenNoPriorActivity()
                .when(retell(EIGHT_HOURS, WORK_DAY, null, CLERK, true))
                .expectEvents(recorded(EIGHT_HOURS), submitted(1));
    }

    @Test
    void the_same_again_changes_nothing_wherever_the_time_stands() {
        for (var before : new Object[][] {{recorded(EIGHT_HOURS), submitted(1)}, unbilled(), billedWhole()}) {
            entry.given(before)
                    .when(retell(EIGHT_HOURS))
                    .expectResultMessagePayload(Retold.SAME)
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }
    }

    @Test
    void an_edited_span_or_day_is_a_correction_before_the_approval() {
        entry.given(recorded(1_800))
                .when(retell(2_700))
                .expectResultMessagePayload(Retold.CORRECTED)
                .expectEvents(edited(2, 2_700, WORK_DAY), retold(2_700));
        entry.given(recorded(1_800))
                .when(retell(1_800, WORK_DAY.plusDays(1), null, CLERK, false))
                .expectEvents(edited(2, 1_800, WORK_DAY.plusDays(1)), retold(1_800, WORK_DAY.plusDays(1), CLERK));
    }

    @Test
    void what_waited_for_its_approval_waits_as_it_is_now() {
        entry.given(recorded(1_800), submitted(1))
                .when(retell(2_700))
                .expectEvents(edited(2, 2_700, WORK_DAY), submitted(2), retold(2_700));
    }

    @Test
    void rejected_time_that_was_edited_is_corrected_and_not_offered_by_itself() {
        entry.given(recorded(1_800), submitted(1), rejected(1))
                .when(retell(2_700))
                .expectEvents(edited(2, 2_700, WORK_DAY), retold(2_700));
    }

    @Test
    void less_of_approved_time_is_a_correction_and_of_billed_time_a_proposed_credit() {
        entry.given(unbilled())
                .when(retell(3 * HOUR))
                .expectResultMessagePayload(Retold.CORRECTED)
                .expectEvents(
                        TimeCorrectedAfterApproval.newBuilder(changed(2, 3 * HOUR, -5 * HOUR, "-750"))
                                .setReason(EDITED)
                                .build(),
                        retold(3 * HOUR));
        entry.given(billedWhole())
                .when(retell(6 * HOUR))
                .expectResultMessagePayload(Retold.PROPOSED)
                .expectEvents(
                        TimeCreditProposed.newBuilder(
                                        creditProposed(6 * HOUR, "300", part(INVOICE, 1, 2 * HOUR, "300")))
                                .setReason(EDITED)
                                .build(),
                        retold(6 * HOUR));
    }

    @Test
    void more_of_approved_time_told_by_its_author_is_approved_again() {
        entry.given(unbilled())
                .when(retell(9 * HOUR))
                .expectResultMessagePayload(Retold.RETURNED)
                .expectEvents(
                        TimeApprovalWithdrawn.newBuilder(withdrawn(2, EIGHT_HOURS, EIGHT_HOURS, "1200"))
                                .setReason(EDITED)
                                .setWithdrawnBy(CLERK)
                                .setWithdrawnAt(NOON)
                                .build(),
                        edited(3, 9 * HOUR, WORK_DAY),
                        submitted(3),
                        retold(9 * HOUR));
    }

    @Test
    void more_of_approved_time_told_by_somebody_else_is_a_correction() {
        entry.given(unbilled())
                .when(retell(9 * HOUR, WORK_DAY, null, LEAD, false))
                .expectResultMessagePayload(Retold.CORRECTED)
                .expectEvents(
                        TimeCorrectedAfterApproval.newBuilder(changed(2, 9 * HOUR, HOUR, "150"))
                                .setReason(EDITED)
                                .setAuthor(LEAD)
                                .build(),
                        retold(9 * HOUR, WORK_DAY, LEAD));
    }

    @Test
    void nobody_adds_to_their_own_billed_time() {
        SamePerson.comesAgain(CLERK, again -> entry.given(billedWhole())
                .when(retell(9 * HOUR, WORK_DAY, null, again, false))
                .expectException(refusal("T-03"))
                .expectNoEvents());
    }

    @Test
    void approved_time_keeps_its_day() {
        entry.given(recorded(60), submitted(1), approved(1, 60, WORK_DAY))
                .when(retell(60, WORK_DAY.plusDays(1), null, CLERK, false))
                .expectException(refusal("T-05"))
                .expectNoEvents();
    }

    @Test
    void another_work_under_the_same_key_is_refused() {
        entry.given(recorded(1_800))
                .when(retell(1_800, WORK_DAY, "something else", CLERK, false))
                .expectException(refusal("T-02"))
                .expectNoEvents();
    }

    @Test
    void back_to_what_is_billed_ends_the_proposal() {
        entry.given(billedWhole())
                .andGiven(creditProposed(6 * HOUR, "300", part(INVOICE, 1, 2 * HOUR, "300")), retold(6 * HOUR))
                .when(retell(EIGHT_HOURS))
                .expectResultMessagePayload(Retold.CORRECTED)
                .expectEvents(
                        TimeCreditProposed.newBuilder(creditProposed(EIGHT_HOURS, "0"))
                                .setReason(EDITED)
                                .build(),
                        retold(EIGHT_HOURS));
    }

    @Test
    void what_people_corrected_here_stays_until_the_source_says_something_else() {
        entry.given(recorded(1_800), corrected(2, 1_200, WORK_DAY.plusDays(1)))
                .when(retell(1_800))
                .expectResultMessagePayload(Retold.SAME)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        entry.given(unbilled())
                .andGiven(changed(2, 3 * HOUR, -5 * HOUR, "-750"))
                .when(retell(EIGHT_HOURS, WORK_DAY, null, LEAD, false))
                .expectResultMessagePayload(Retold.SAME)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        entry.given(recorded(1_800), corrected(2, 1_200, WORK_DAY.plusDays(1)))
                .when(retell(2_700))
                .expectEvents(edited(3, 2_700, WORK_DAY.plusDays(1)), retold(2_700));
    }

    @Test
    void what_the_source_says_after_people_said_it_is_known_and_kept_in_mind() {
        entry.given(recorded(1_800), corrected(2, 2_700, WORK_DAY))
                .when(retell(2_700))
                .expectResultMessagePayload(Retold.SAME)
                .expectEvents(retold(2_700));
    }

    @Test
    void what_was_moved_here_is_told_by_the_names_of_where_it_was() {
        var moved = TimeRecorded.newBuilder(recorded(1_800))
                .setProjectId("project:P-2")
                .setLineNo(2)
                .setTaskId(null)
                .setMovedFrom("time-entry:e-0")
                .build();
        entry.given(moved)
                .when(retell(1_800))
                .expectResultMessagePayload(Retold.SAME)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        entry.given(moved).when(retell(2_700)).expectEvents(edited(2, 2_700, WORK_DAY), retold(2_700));
        entry.given(moved)
                .when(retell(1_800, WORK_DAY, "something else", CLERK, false))
                .expectException(refusal("T-02"))
                .expectNoEvents();
    }
}
