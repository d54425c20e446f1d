package io.fairlead.expense;

import static io.fairlead.testing.Cast.CLERK;
import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Refusals.refusal;

import io.fairlead.expense.event.ExpenseKnownAs;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class NameExpenseTest {

    private final FixtureConfiguration<Expense> expense = ExpenseExamples.expenses();

    private static NameExpense name(String wanted) {
        var key = new ExpenseId(ExpenseExamples.recorded().getExpenseId());
        return new NameExpense(key, ExpenseId.of(wanted), "cards", "slip-4", GMBH);
    }

    private static ExpenseKnownAs known(String as) {
        return ExpenseKnownAs.newBuilder()
                .setExpenseId(ExpenseExamples.recorded().getExpenseId())
                .setKnownAs("expense:" + as)
                .setSource("cards")
                .setSourceId("slip-4")
                .setLegalEntityId(GMBH.value())
                .build();
    }

    @Test
    void the_first_key_that_is_asked_for_is_the_facts() {
        expense.givenNoPriorActivity()
                .when(name("mine"))
                .expectResultMessagePayload("expense:mine")
                .expectEvents(known("mine"));
        expense.given(known("mine"))
                .when(name("yours"))
                .expectResultMessagePayload("expense:mine")
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        expense.given(ExpenseExamples.recorded())
                .when(name("mine"))
                .expectResultMessagePayload(ExpenseExamples.recorded().getExpenseId())
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void under_a_key_that_was_given_up_nothing_is_recorded() {
        expense.given(known("mine"))
                .when(ExpenseExamples.record(ExpenseExamples.receipt("119", "19", "19"), true, false, CLERK))
                .expectException(refusal("V-10"))
                .expectNoEvents();
    }
}
