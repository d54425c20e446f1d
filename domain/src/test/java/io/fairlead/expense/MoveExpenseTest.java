package io.fairlead.expense;

import static io.fairlead.expense.ExpenseCause.MOVED;
import static io.fairlead.expense.ExpenseCause.REFUNDED;
import static io.fairlead.expense.ExpenseChangeExamples.proposed;
import static io.fairlead.expense.ExpenseChangeExamples.recosted;
import static io.fairlead.expense.ExpenseChangeExamples.refund;
import static io.fairlead.expense.ExpenseChangeExamples.refunded;
import static io.fairlead.expense.ExpenseChangeExamples.repriced;
import static io.fairlead.expense.ExpenseChangeExamples.withdrawn;
import static io.fairlead.expense.ExpenseExamples.EXPENSE;
import static io.fairlead.expense.ExpenseExamples.approved;
import static io.fairlead.expense.ExpenseExamples.billed;
import static io.fairlead.expense.ExpenseExamples.costed;
import static io.fairlead.expense.ExpenseExamples.drafted;
import static io.fairlead.expense.ExpenseExamples.priced;
import static io.fairlead.expense.ExpenseExamples.recorded;
import static io.fairlead.expense.ExpenseExamples.submitted;
import static io.fairlead.testing.Cast.ACME;
import static io.fairlead.testing.Cast.CLERK;
import static io.fairlead.testing.Cast.CONTRACT;
import static io.fairlead.testing.Cast.EVENING;
import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Cast.LEAD;
import static io.fairlead.testing.Cast.NOON;
import static io.fairlead.testing.Cast.PROJECT;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.testing.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.expense.event.ExpenseApproved;
import io.fairlead.expense.event.ExpenseMoved;
import io.fairlead.expense.event.ExpenseRecorded;
import io.fairlead.expense.event.ExpenseSubmitted;
import io.fairlead.project.ProjectId;
import io.fairlead.testing.KnownHistory;
import io.fairlead.testing.ProcessUnderTest;
import io.fairlead.testing.SentCommands;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

/** An expense was for another project: it is one of its own there, and nothing unbilled is left here. */
class MoveExpenseTest {

    private static final ProjectId OTHER = ProjectId.of("P-2");

    private final FixtureConfiguration<Expense> expense = ExpenseExamples.expenses();

    private TestExecutor<Expense> unbilled() {
        return expense.given(recorded(), submitted(), approved(), costed(), priced());
    }

    private static MoveExpense move(ProjectId project, int line, String by) {
        return new MoveExpense(
                EXPENSE, new ExpenseTarget(project, CONTRACT, line, ACME, GMBH), "another project", by, EVENING);
    }

    private static MoveExpense move() {
        return move(OTHER, 2, LEAD);
    }

    private static ExpenseMoved.Builder moved(boolean approved) {
        return ExpenseMoved.newBuilder()
                .setExpenseId(EXPENSE.value())
                .setVersion(1)
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
                .setCategory("TRAVEL")
                .setSpentOn(recorded().getSpentOn())
                .setAmount(wire("595"))
                .setTax(wire("95"))
                .setRecoverableTax(wire("95"))
                .setCurrency("EUR")
                .setAuthor(CLERK)
                .setSubmittedAt(NOON)
                .setApproved(approved)
                .setReason("another project")
                .setMovedBy(LEAD)
                .setMovedAt(EVENING);
    }

    @Test
    void nothing_of_it_is_left_where_it_was() {
        unbilled()
                .when(move())
                .expectEvents(
                        moved(true).build(),
                        recosted(MOVED, 1, "0", "-500"),
                        repriced(MOVED, 1, "0", "0", "-550", "0"));
    }

    @Test
    void of_what_is_billed_there_all_is_to_be_credited() {
        unbilled()
                .andGiven(drafted(), billed())
                .when(move())
                .expectEvents(
                        moved(true).build(),
                        recosted(MOVED, 1, "0", "-500"),
                        repriced(MOVED, 1, "0", "0", "0", "550"),
                        proposed(MOVED, 1, "550"));
    }

    @Test
    void what_was_given_back_stays_where_it_was() {
        unbilled()
                .andGiven(
                        refunded("r-1", "238", "38"),
                        recosted(REFUNDED, 1, "300", "-200"),
                        repriced(REFUNDED, 1, "300", "330", "-220", "0"))
                .when(move())
                .expectEvents(
                        moved(true)
                                .setAmount(wire("357"))
                                .setTax(wire("57"))
                                .setRecoverableTax(wire("57"))
                                .build(),
                        recosted(MOVED, 1, "0", "-300"),
                        repriced(MOVED, 1, "0", "0", "-330", "0"));
    }

    @Test
    void before_its_approval_anybody_moves_it() {
        expense.given(recorded(), submitted())
                .when(move(OTHER, 2, CLERK))
                .expectEvents(moved(false).setMovedBy(CLERK).build());
    }

    @Test
    void it_is_refused_by_name() {
        unbilled().when(move(OTHER, 2, CLERK)).expectException(refusal("V-03")).expectNoEvents();
        ExpenseExamples.expenses()
                .given(recorded(), submitted(), approved(), costed(), priced(), drafted())
                .when(move())
                .expectException(refusal("V-11"))
                .expectNoEvents();
        ExpenseExamples.expenses()
                .given(recorded(), submitted(), approved(), withdrawn())
                .when(move())
                .expectException(refusal("V-13"))
                .expectNoEvents();
        ExpenseExamples.expenses()
                .given(recorded(), submitted(), approved(), refunded("r-1", "595", "95"))
                .when(move())
                .expectException(refusal("V-14"))
                .expectNoEvents();
    }

    @Test
    void the_same_move_again_is_none_and_another_is_refused() {
        unbilled()
                .andGiven(moved(true).build())
                .when(move())
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        ExpenseExamples.expenses()
                .given(recorded(), submitted(), approved(), moved(true).build())
                .when(move(PROJECT, 1, LEAD))
                .expectException(refusal("V-14"))
                .expectNoEvents();
    }

    @Test
    void to_where_it_is_already_it_does_not_move() {
        unbilled()
                .when(move(PROJECT, 1, LEAD))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void what_was_moved_changes_where_it_is_now() {
        unbilled()
                .andGiven(moved(true).build())
                .when(refund("r-1", "238", "38"))
                .expectException(refusal("V-14"))
                .expectNoEvents();
        ExpenseExamples.expenses()
                .given(recorded(), moved(false).build())
                .when(new SubmitExpense(EXPENSE, CLERK, NOON))
                .expectException(refusal("V-14"))
                .expectNoEvents();
    }

    @Test
    void there_it_is_as_far_approved_as_it_was_by_who_moved_it() {
        var sent = new SentCommands();
        new ProcessUnderTest(new WhenExpenseMovedThenRecord(sent, new KnownHistory().with(EXPENSE.value(), recorded())))
                .on(moved(true).build());
        var take =
                new TakeMovedExpense(move().movedTo(), recorded(), moved(true).build());
        assertThat(sent.commands()).containsExactly(take);

        var there = ExpenseRecorded.newBuilder(recorded())
                .setExpenseId(move().movedTo().value())
                .setProjectId("project:P-2")
                .setLineNo(2)
                .setMovedFrom(EXPENSE.value())
                .build();
        var offered = ExpenseSubmitted.newBuilder(submitted())
                .setExpenseId(there.getExpenseId())
                .build();
        var accepted = ExpenseApproved.newBuilder(approved())
                .setExpenseId(there.getExpenseId())
                .setProjectId("project:P-2")
                .setLineNo(2)
                .build();
        expense.givenNoPriorActivity().when(take).expectEvents(there, offered, accepted);
        ExpenseExamples.expenses()
                .given(there, offered, accepted)
                .when(take)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }
}
