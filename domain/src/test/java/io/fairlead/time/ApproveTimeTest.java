package io.fairlead.time;

import static io.fairlead.testing.Cast.ANA_HERSELF;
import static io.fairlead.testing.Cast.CLERK;
import static io.fairlead.testing.Cast.LEAD;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Refusals.refusal;
import static io.fairlead.time.TimeExamples.EIGHT_HOURS;
import static io.fairlead.time.TimeExamples.approve;
import static io.fairlead.time.TimeExamples.approved;
import static io.fairlead.time.TimeExamples.corrected;
import static io.fairlead.time.TimeExamples.recorded;
import static io.fairlead.time.TimeExamples.rejected;
import static io.fairlead.time.TimeExamples.submitted;

import io.fairlead.testing.SamePerson;
import java.util.List;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApproveTimeTest {

    private final FixtureConfiguration<TimeEntry> entry = TimeExamples.entries();

    @Test
    void approval_keeps_day_and_seconds() {
        entry.given(recorded(EIGHT_HOURS), submitted(1))
                .when(approve(LEAD))
                .expectEvents(approved(1, EIGHT_HOURS, WORK_DAY));
    }

    @Test
    void approval_takes_what_was_corrected_last() {
        var nextDay = WORK_DAY.plusDays(1);
        entry.given(recorded(EIGHT_HOURS), corrected(2, 60, WORK_DAY), corrected(3, 120, nextDay), submitted(3))
                .when(approve(LEAD))
                .expectEvents(approved(3, 120, nextDay));
    }

    @Test
    void whoever_comes_again_as_another_is_refused() {
        for (var former : List.of(CLERK, ANA_HERSELF)) {
            SamePerson.comesAgain(former, again -> entry.given(recorded(EIGHT_HOURS), submitted(1))
                    .when(approve(again))
                    .expectException(refusal("T-03"))
                    .expectNoEvents());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {CLERK, ANA_HERSELF, "other-issuer|ana"})
    void nobody_approves_time_they_entered_or_worked(String approver) {
        entry.given(recorded(EIGHT_HOURS), submitted(1))
                .when(approve(approver))
                .expectException(refusal("T-03"))
                .expectNoEvents();
    }

    @Test
    void time_that_was_never_submitted_is_not_approved() {
        entry.given(recorded(EIGHT_HOURS))
                .when(approve(LEAD))
                .expectException(refusal("T-04"))
                .expectNoEvents();
    }

    @Test
    void rejected_time_is_submitted_again_first() {
        entry.given(recorded(EIGHT_HOURS), submitted(1), rejected(1))
                .when(approve(LEAD))
                .expectException(refusal("T-04"))
                .expectNoEvents();
    }

    @Test
    void time_corrected_after_its_submission_is_submitted_again_first() {
        entry.given(recorded(EIGHT_HOURS), submitted(1), corrected(2, 60, WORK_DAY))
                .when(approve(LEAD))
                .expectException(refusal("T-04"))
                .expectNoEvents();
    }

    @Test
    void a_second_approval_changes_nothing() {
        entry.given(recorded(EIGHT_HOURS), submitted(1), approved(1, EIGHT_HOURS, WORK_DAY))
                .when(approve("idp|somebody-else"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }
}
