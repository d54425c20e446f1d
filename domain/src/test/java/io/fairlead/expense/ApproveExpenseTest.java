package io.fairlead.expense;

import static io.fairlead.expense.ExpenseExamples.EXPENSE;
import static io.fairlead.expense.ExpenseExamples.approved;
import static io.fairlead.expense.ExpenseExamples.recorded;
import static io.fairlead.expense.ExpenseExamples.submitted;
import static io.fairlead.testing.Cast.ANA_HERSELF;
import static io.fairlead.testing.Cast.CLERK;
import static io.fairlead.testing.Cast.EVENING;
import static io.fairlead.testing.Cast.LEAD;
import static io.fairlead.testing.Cast.NOON;
import static io.fairlead.testing.Refusals.refusal;

import io.fairlead.expense.event.ExpenseRejected;
import io.fairlead.testing.SamePerson;
import java.util.List;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApproveExpenseTest {

    private final FixtureConfiguration<Expense> expense = ExpenseExamples.expenses();

    @Test
    void a_submitted_expense_is_approved() {
        expense.given(recorded(), submitted()).when(approve(LEAD)).expectEvents(approved());
    }

    @Test
    void a_second_approval_changes_nothing() {
        expense.given(recorded(), submitted(), approved())
                .when(approve(LEAD))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void whoever_comes_again_as_another_is_refused() {
        for (var former : List.of(CLERK, ANA_HERSELF)) {
            SamePerson.comesAgain(former, again -> ExpenseExamples.expenses()
                    .given(recorded(), submitted())
                    .when(approve(again))
                    .expectException(refusal("V-03"))
                    .expectNoEvents());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {CLERK, ANA_HERSELF})
    void neither_who_entered_it_nor_who_spent_it_decides(String actor) {
        expense.given(recorded(), submitted())
                .when(approve(actor))
                .expectException(refusal("V-03"))
                .expectNoEvents();
        ExpenseExamples.expenses()
                .given(recorded(), submitted())
                .when(new RejectExpense(EXPENSE, actor, "no receipt", EVENING))
                .expectException(refusal("V-03"))
                .expectNoEvents();
    }

    @Test
    void what_is_not_submitted_is_not_decided() {
        expense.given(recorded())
                .when(approve(LEAD))
                .expectException(refusal("V-04"))
                .expectNoEvents();
    }

    @Test
    void a_rejected_expense_is_submitted_again() {
        var rejected = ExpenseRejected.newBuilder()
                .setExpenseId("expense:x-1")
                .setVersion(1)
                .setRejectedBy(LEAD)
                .setReason("no receipt")
                .setRejectedAt(EVENING)
                .build();
        expense.given(recorded(), submitted())
                .when(new RejectExpense(EXPENSE, LEAD, "no receipt", EVENING))
                .expectEvents(rejected);
        ExpenseExamples.expenses()
                .given(recorded(), submitted(), rejected)
                .when(new SubmitExpense(EXPENSE, CLERK, NOON))
                .expectEvents(submitted());
    }

    private static ApproveExpense approve(String by) {
        return new ApproveExpense(EXPENSE, by, EVENING);
    }
}
