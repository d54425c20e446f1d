package io.fairlead.time;

import static io.fairlead.testing.Cast.ACME;
import static io.fairlead.testing.Cast.CLERK;
import static io.fairlead.testing.Cast.CONTRACT;
import static io.fairlead.testing.Cast.ENTRY;
import static io.fairlead.testing.Cast.EVENING;
import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.LEAD;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Refusals.refusal;
import static io.fairlead.time.ChangeExamples.HOUR;
import static io.fairlead.time.ChangeExamples.billedWhole;
import static io.fairlead.time.ChangeExamples.changed;
import static io.fairlead.time.ChangeExamples.creditProposed;
import static io.fairlead.time.ChangeExamples.neverExisted;
import static io.fairlead.time.ChangeExamples.part;
import static io.fairlead.time.ChangeExamples.reopened;
import static io.fairlead.time.ChangeExamples.withdrawn;
import static io.fairlead.time.TimeExamples.EIGHT_HOURS;
import static io.fairlead.time.TimeExamples.TARGET;
import static io.fairlead.time.TimeExamples.approved;
import static io.fairlead.time.TimeExamples.correct;
import static io.fairlead.time.TimeExamples.corrected;
import static io.fairlead.time.TimeExamples.priced;
import static io.fairlead.time.TimeExamples.recorded;
import static io.fairlead.time.TimeExamples.rejected;
import static io.fairlead.time.TimeExamples.submitted;
import static io.fairlead.time.TimeExamples.unbilled;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.project.ProjectId;
import io.fairlead.shared.Disposition;
import io.fairlead.time.event.TimeApproved;
import io.fairlead.time.event.TimeCorrectedAfterApproval;
import io.fairlead.time.event.TimeCreditProposed;
import io.fairlead.time.event.TimeMoved;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimeRecorded;
import io.fairlead.time.event.TimeRetold;
import io.fairlead.time.event.TimeSubmitted;
import java.time.Instant;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MoveTimeTest {

    private static final TimeTarget THERE =
            new TimeTarget(ProjectId.of("P-2"), null, CONTRACT, 2, ACME, GMBH, "EUR", "Europe/Berlin");
    static final String WHY = "wrong project";

    private final FixtureConfiguration<TimeEntry> entry = TimeExamples.entries();

    private static MoveTime move(TimeTarget target, String by) {
        return new MoveTime(ENTRY, target, "BILLABLE", WORK_DAY, WHY, by, EVENING);
    }

    private static MoveTime move() {
        return move(THERE, LEAD);
    }

    static TimeMoved moved(int version, int seconds, @Nullable Instant submittedAt, boolean approved) {
        return TimeMoved.newBuilder()
                .setTimeEntryId("time-entry:e-1")
                .setVersion(version)
                .setPersonId("person:ana")
                .setProjectId("project:P-1")
                .setContractId("contract:K-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .setLineNo(1)
                .setMovedTo(move().movedTo().value())
                .setToProjectId("project:P-2")
                .setToContractId("contract:K-1")
                .setToCustomerId("customer:ACME")
                .setToLegalEntityId("legal-entity:GMBH")
                .setToLineNo(2)
                .setToTimeClass("BILLABLE")
                .setToZone("Europe/Berlin")
                .setToWorkDate(WORK_DAY)
                .setSeconds(seconds)
                .setAuthor(CLERK)
                .setSubmittedAt(submittedAt)
                .setApproved(approved)
                .setReason(WHY)
                .setMovedBy(LEAD)
                .setMovedAt(EVENING)
                .build();
    }

    private static TimeCreditProposed proposedAll() {
        return TimeCreditProposed.newBuilder(creditProposed(0, "1200", part(INVOICE, 1, EIGHT_HOURS, "1200")))
                .setReason(WHY)
                .setAuthor(LEAD)
                .build();
    }

    private static TimeRecorded enteredThere(int seconds) {
        return TimeRecorded.newBuilder(recorded(seconds))
                .setTimeEntryId(move().movedTo().value())
                .setProjectId("project:P-2")
                .setLineNo(2)
                .setTaskId(null)
                .setMovedFrom("time-entry:e-1")
                .build();
    }

    @Test
    void recorded_time_moves_as_it_was_corrected_last() {
        entry.given(recorded(EIGHT_HOURS), corrected(2, 60, WORK_DAY))
                .when(move())
                .expectEvents(moved(2, 60, null, false));
    }

    @Test
    void what_waits_for_its_approval_waits_there_and_what_was_rejected_does_not() {
        entry.given(recorded(60), submitted(1))
                .when(move())
                .expectEvents(moved(1, 60, TimeExamples.submit().at(), false));
        entry.given(recorded(60), submitted(1), rejected(1)).when(move()).expectEvents(moved(1, 60, null, false));
    }

    @Test
    void nothing_unbilled_is_left_of_approved_time() {
        entry.given(unbilled())
                .when(move())
                .expectEvents(
                        withdrawn(2, EIGHT_HOURS, EIGHT_HOURS, "1200"),
                        moved(1, EIGHT_HOURS, TimeExamples.submit().at(), true));
    }

    @Test
    void of_billed_time_a_credit_is_proposed_and_what_is_unbilled_goes() {
        entry.given(billedWhole())
                .when(move())
                .expectEvents(
                        proposedAll(),
                        moved(1, EIGHT_HOURS, TimeExamples.submit().at(), true));
        entry.given(unbilled())
                .andGiven(
                        ChangeExamples.drafted(INVOICE, 1, 6 * HOUR, "900"),
                        ChangeExamples.billed(INVOICE, 1, 6 * HOUR, "900"))
                .when(move())
                .expectEvents(
                        TimeCorrectedAfterApproval.newBuilder(changed(2, 6 * HOUR, -2 * HOUR, "-300"))
                                .setReason(WHY)
                                .setAuthor(LEAD)
                                .build(),
                        TimeCreditProposed.newBuilder(creditProposed(0, "900", part(INVOICE, 1, 6 * HOUR, "900")))
                                .setReason(WHY)
                                .setAuthor(LEAD)
                                .build(),
                        moved(1, EIGHT_HOURS, TimeExamples.submit().at(), true));
    }

    @Test
    void what_a_proposed_credit_would_leave_is_what_moves() {
        entry.given(billedWhole())
                .andGiven(creditProposed(6 * HOUR, "300", part(INVOICE, 1, 2 * HOUR, "300")))
                .when(move())
                .expectEvents(
                        proposedAll(), moved(1, 6 * HOUR, TimeExamples.submit().at(), true));
    }

    @Test
    void what_a_credit_reopens_after_the_move_is_taken_away() {
        entry.given(billedWhole())
                .andGiven(
                        proposedAll(),
                        moved(1, EIGHT_HOURS, TimeExamples.submit().at(), true))
                .when(ChangeExamples.credit(1, 2 * HOUR, "300", Disposition.REOPEN))
                .expectEvents(
                        reopened(2 * HOUR, "300"),
                        TimeCorrectedAfterApproval.newBuilder(changed(2, 6 * HOUR, -2 * HOUR, "-300"))
                                .setReason(WHY)
                                .setAuthor(LEAD)
                                .build(),
                        TimeCreditProposed.newBuilder(creditProposed(0, "900", part(INVOICE, 1, 6 * HOUR, "900")))
                                .setReason(WHY)
                                .setAuthor(LEAD)
                                .build());
    }

    @Test
    void it_is_entered_there_as_far_as_it_was() {
        var there = move().movedTo();
        var move = moved(1, EIGHT_HOURS, TimeExamples.submit().at(), true);
        var now = enteredThere(EIGHT_HOURS);
        var take = new TakeMovedTime(there, recorded(60), EIGHT_HOURS, move);
        entry.givenNoPriorActivity()
                .when(take)
                .expectEvents(
                        now,
                        TimeSubmitted.newBuilder(submitted(1))
                                .setTimeEntryId(there.value())
                                .build(),
                        TimeApproved.newBuilder(approved(1, EIGHT_HOURS, WORK_DAY))
                                .setTimeEntryId(there.value())
                                .setProjectId("project:P-2")
                                .setLineNo(2)
                                .build());
        entry.given(now).when(take).expectSuccessfulHandlerExecution().expectNoEvents();
        assertThatThrownBy(() -> new TakeMovedTime(ENTRY, recorded(60), 60, move))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_its_source_said_last_is_known_there_too() {
        var move = moved(2, 60, null, false);
        var there = move().movedTo();
        entry.givenNoPriorActivity()
                .when(new TakeMovedTime(there, recorded(120), 120, move))
                .expectEvents(
                        enteredThere(60),
                        TimeRetold.newBuilder()
                                .setTimeEntryId(there.value())
                                .setLegalEntityId("legal-entity:GMBH")
                                .setWorkDate(WORK_DAY)
                                .setSeconds(120)
                                .setToldBy(CLERK)
                                .build());
    }

    @Test
    void of_billed_time_that_was_rounded_up_all_is_proposed() {
        int worked = HOUR - 600;
        var hour = TimePriced.newBuilder(priced(HOUR, "150", "150.00"))
                .setTimeRounding("UP 15 MIN ENTRY")
                .build();
        entry.given(recorded(worked), submitted(1), approved(1, worked, WORK_DAY), hour)
                .andGiven(
                        ChangeExamples.drafted(INVOICE, 1, HOUR, "150"), ChangeExamples.billed(INVOICE, 1, HOUR, "150"))
                .when(move())
                .expectEvents(
                        TimeCreditProposed.newBuilder(creditProposed(0, "150", part(INVOICE, 1, HOUR, "150")))
                                .setReason(WHY)
                                .setAuthor(LEAD)
                                .build(),
                        moved(1, worked, TimeExamples.submit().at(), true));
    }

    @Test
    void where_it_is_already_nothing_moves_and_a_repeat_changes_nothing() {
        entry.given(recorded(60))
                .when(move(TARGET, LEAD))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        entry.given(recorded(60), moved(1, 60, null, false))
                .when(move())
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void an_entry_moves_once_and_changes_no_more() {
        var gone = new Object[] {recorded(60), moved(1, 60, null, false)};
        for (var command : new Object[] {
            move(TARGET, LEAD),
            correct(120, WORK_DAY),
            TimeExamples.submit(),
            TimeExamples.approve(LEAD),
            new RejectTime(ENTRY, LEAD, "no", EVENING),
            ChangeExamples.adjust(60, CLERK),
            new RetellTime(TimeExamples.record(120), false, EVENING)
        }) {
            entry.given(gone).when(command).expectException(refusal("T-19")).expectNoEvents();
        }
    }

    @Test
    void nobody_moves_their_own_approved_time_and_none_that_is_on_its_way_or_given_up() {
        entry.given(unbilled())
                .when(move(THERE, CLERK))
                .expectException(refusal("T-03"))
                .expectNoEvents();
        entry.given(unbilled())
                .andGiven(TimeExamples.drafted())
                .when(move())
                .expectException(refusal("T-19"))
                .expectNoEvents();
        entry.given(unbilled())
                .andGiven(ChangeExamples.writtenOff(HOUR, "150"))
                .when(move())
                .expectException(refusal("T-12"))
                .expectNoEvents();
        entry.given(billedWhole())
                .andGiven(neverExisted(EIGHT_HOURS, "1200", 0))
                .when(move())
                .expectException(refusal("T-19"))
                .expectNoEvents();
    }
}
