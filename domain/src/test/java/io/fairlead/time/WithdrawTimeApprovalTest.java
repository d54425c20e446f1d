package io.fairlead.time;

import static io.fairlead.testing.Cast.CLERK;
import static io.fairlead.testing.Cast.EVENING;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.LEAD;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Refusals.refusal;
import static io.fairlead.time.ChangeExamples.HOUR;
import static io.fairlead.time.ChangeExamples.billedWhole;
import static io.fairlead.time.ChangeExamples.challenged;
import static io.fairlead.time.ChangeExamples.withdraw;
import static io.fairlead.time.ChangeExamples.withdrawalRequested;
import static io.fairlead.time.ChangeExamples.withdrawn;
import static io.fairlead.time.ChangeExamples.writtenOff;
import static io.fairlead.time.TimeExamples.EIGHT_HOURS;
import static io.fairlead.time.TimeExamples.approve;
import static io.fairlead.time.TimeExamples.approved;
import static io.fairlead.time.TimeExamples.bill;
import static io.fairlead.time.TimeExamples.billed;
import static io.fairlead.time.TimeExamples.correct;
import static io.fairlead.time.TimeExamples.corrected;
import static io.fairlead.time.TimeExamples.drafted;
import static io.fairlead.time.TimeExamples.price;
import static io.fairlead.time.TimeExamples.recorded;
import static io.fairlead.time.TimeExamples.submitted;
import static io.fairlead.time.TimeExamples.takeOff;
import static io.fairlead.time.TimeExamples.takenOff;
import static io.fairlead.time.TimeExamples.unbilled;

import io.fairlead.time.event.TimeApprovalConfirmed;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class WithdrawTimeApprovalTest {

    private final FixtureConfiguration<TimeEntry> entry = TimeExamples.entries();

    @Test
    void nobody_approves_their_own_doubted_time_again() {
        entry.given(billedWhole())
                .andGiven(challenged("1200"))
                .when(approve(CLERK))
                .expectException(refusal("T-03"))
                .expectNoEvents();
    }

    @Test
    void unbilled_time_loses_its_price() {
        entry.given(unbilled()).when(withdraw()).expectEvents(withdrawn(2, EIGHT_HOURS, EIGHT_HOURS, "1200"));
    }

    @Test
    void time_without_a_price_is_only_unapproved() {
        entry.given(recorded(EIGHT_HOURS), submitted(1), approved(1, EIGHT_HOURS, WORK_DAY))
                .when(withdraw())
                .expectEvents(withdrawn(2, EIGHT_HOURS, null, null));
    }

    @Test
    void it_may_be_corrected_and_approved_again_as_another_version() {
        entry.given(unbilled())
                .andGiven(withdrawn(2, EIGHT_HOURS, EIGHT_HOURS, "1200"))
                .when(correct(HOUR, WORK_DAY.plusDays(1)))
                .expectEvents(corrected(3, HOUR, WORK_DAY.plusDays(1)));
        entry.given(unbilled())
                .andGiven(withdrawn(2, EIGHT_HOURS, EIGHT_HOURS, "1200"), submitted(2))
                .when(approve(LEAD))
                .expectEvents(approved(2, EIGHT_HOURS, WORK_DAY));
    }

    @Test
    void a_price_for_the_former_approval_comes_too_late() {
        entry.given(recorded(EIGHT_HOURS), submitted(1), approved(1, EIGHT_HOURS, WORK_DAY))
                .andGiven(withdrawn(2, EIGHT_HOURS, null, null))
                .when(price(1))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void on_a_draft_the_line_is_removed_first() {
        entry.given(unbilled()).andGiven(drafted()).when(withdraw()).expectEvents(withdrawalRequested());
        entry.given(unbilled())
                .andGiven(drafted(), withdrawalRequested())
                .when(takeOff(INVOICE))
                .expectEvents(takenOff(), withdrawn(2, EIGHT_HOURS, EIGHT_HOURS, "1200"));
    }

    @Test
    void an_invoice_that_was_issued_first_leaves_the_approval_in_doubt() {
        entry.given(unbilled())
                .andGiven(drafted(), withdrawalRequested())
                .when(bill(INVOICE))
                .expectEvents(billed(), challenged("1200"));
    }

    @Test
    void case_14_billed_time_keeps_its_approval_in_doubt() {
        entry.given(billedWhole()).when(withdraw()).expectEvents(challenged("1200"));
    }

    @Test
    void case_14_approving_again_moves_no_money() {
        entry.given(billedWhole())
                .andGiven(challenged("1200"))
                .when(approve(LEAD))
                .expectEvents(TimeApprovalConfirmed.newBuilder()
                        .setTimeEntryId("time-entry:e-1")
                        .setVersion(1)
                        .setLegalEntityId("legal-entity:GMBH")
                        .setApprovedBy(LEAD)
                        .setApprovedAt(EVENING)
                        .build());
    }

    @Test
    void a_repeat_changes_nothing() {
        entry.given(unbilled())
                .andGiven(withdrawn(2, EIGHT_HOURS, EIGHT_HOURS, "1200"))
                .when(withdraw())
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        entry.given(unbilled())
                .andGiven(drafted(), withdrawalRequested())
                .when(withdraw())
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        entry.given(billedWhole())
                .andGiven(challenged("1200"))
                .when(withdraw())
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void time_of_which_a_part_is_given_up_stays_approved() {
        entry.given(unbilled())
                .andGiven(writtenOff(HOUR, "150"))
                .when(withdraw())
                .expectException(refusal("T-12"))
                .expectNoEvents();
    }
}
