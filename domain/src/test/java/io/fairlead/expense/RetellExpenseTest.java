package io.fairlead.expense;

import static io.fairlead.expense.ExpenseChangeExamples.corrected;
import static io.fairlead.expense.ExpenseExamples.EXPENSE;
import static io.fairlead.expense.ExpenseExamples.approved;
import static io.fairlead.expense.ExpenseExamples.receipt;
import static io.fairlead.expense.ExpenseExamples.record;
import static io.fairlead.expense.ExpenseExamples.recorded;
import static io.fairlead.expense.ExpenseExamples.submitted;
import static io.fairlead.testing.Cast.CLERK;
import static io.fairlead.testing.Cast.LEAD;
import static io.fairlead.testing.Cast.NOON;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Refusals.refusal;

import io.fairlead.expense.RetellExpense.Retold;
import io.fairlead.expense.event.ExpenseCorrected;
import io.fairlead.expense.event.ExpenseSubmitted;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** A source tells its expenses again and again: each is one, and what it edited is a correction. */
class RetellExpenseTest {

    private final FixtureConfiguration<Expense> expense = ExpenseExamples.expenses();

    private static RetellExpense told(String amount, boolean billable, boolean submit, String by) {
        var entry = record(receipt(amount, "95", "95"), billable, false, by);
        return new RetellExpense(EXPENSE, entry, submit, "misread", NOON);
    }

    private static ExpenseCorrected edited(String amount, String by) {
        return ExpenseCorrected.newBuilder(corrected(WORK_DAY, amount, "95"))
                .setCategory("TRAVEL")
                .setBySource(true)
                .setAuthor(by)
                .build();
    }

    @Test
    void what_is_new_is_recorded_and_offered_when_asked_for() {
        expense.givenNoPriorActivity()
                .when(told("595", true, true, CLERK))
                .expectEvents(recorded(), submitted())
                .expectResultMessagePayload(Retold.RECORDED);
    }

    @Test
    void the_same_again_is_nothing_new() {
        expense.given(recorded(), submitted(), approved())
                .when(told("595", true, true, "idp|other"))
                .expectSuccessfulHandlerExecution()
                .expectResultMessagePayload(Retold.SAME)
                .expectNoEvents();
    }

    @Test
    void what_the_source_edited_is_a_correction_and_stays_offered() {
        expense.given(recorded(), submitted())
                .when(told("600", true, true, CLERK))
                .expectEvents(
                        edited("600", CLERK),
                        ExpenseSubmitted.newBuilder(submitted()).setVersion(2).build())
                .expectResultMessagePayload(Retold.CORRECTED);
    }

    @Test
    void what_people_corrected_here_stays_until_the_source_says_something_else() {
        var here = ExpenseCorrected.newBuilder(corrected(WORK_DAY, "476", "76")).build();
        expense.given(recorded(), here)
                .when(told("595", true, false, CLERK))
                .expectSuccessfulHandlerExecution()
                .expectResultMessagePayload(Retold.SAME)
                .expectNoEvents();
        ExpenseExamples.expenses()
                .given(recorded(), here)
                .when(told("600", true, false, CLERK))
                .expectEvents(ExpenseCorrected.newBuilder(edited("600", CLERK))
                        .setVersion(3)
                        .build());
    }

    @Test
    void there_and_back_is_two_corrections() {
        expense.given(recorded(), edited("600", CLERK))
                .when(told("595", true, false, CLERK))
                .expectEvents(ExpenseCorrected.newBuilder(edited("595", CLERK))
                        .setVersion(3)
                        .build())
                .expectResultMessagePayload(Retold.CORRECTED);
    }

    @Test
    void what_a_correction_cannot_change_is_refused() {
        expense.given(recorded())
                .when(told("600", false, false, CLERK))
                .expectException(refusal("V-02"))
                .expectNoEvents();
    }

    @Test
    void of_an_approved_one_its_author_tells_no_edit() {
        expense.given(recorded(), submitted(), approved())
                .when(told("600", true, false, CLERK))
                .expectException(refusal("V-03"))
                .expectNoEvents();
        ExpenseExamples.expenses()
                .given(recorded(), submitted(), approved())
                .when(told("600", true, false, LEAD))
                .expectSuccessfulHandlerExecution()
                .expectResultMessagePayload(Retold.CORRECTED);
    }
}
