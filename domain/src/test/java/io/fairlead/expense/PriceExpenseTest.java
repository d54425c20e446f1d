package io.fairlead.expense;

import static io.fairlead.expense.ExpenseExamples.DOLLARS;
import static io.fairlead.expense.ExpenseExamples.EXPENSE;
import static io.fairlead.expense.ExpenseExamples.TERMS;
import static io.fairlead.expense.ExpenseExamples.approved;
import static io.fairlead.expense.ExpenseExamples.costed;
import static io.fairlead.expense.ExpenseExamples.priced;
import static io.fairlead.expense.ExpenseExamples.recorded;
import static io.fairlead.expense.ExpenseExamples.submitted;
import static io.fairlead.testing.Refusals.refusal;

import java.math.BigDecimal;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** R15: cost = amount less recoverable tax at the receipt's exchange rate; billed = cost x (1 + mark-up). */
class PriceExpenseTest {

    private final FixtureConfiguration<Expense> expense = ExpenseExamples.expenses();

    @Test
    void the_receipt_less_recoverable_tax_is_the_cost_and_the_mark_up_comes_on_it() {
        expense.given(recorded(), submitted(), approved())
                .when(new PriceExpense(EXPENSE, 1, TERMS))
                .expectEvents(costed(), priced());
    }

    @Test
    void another_currency_is_converted_and_rounded_before_the_mark_up() {
        // 500 x 1.08333 = 541.665 -> 541.67; x 1.075 = 582.29525 -> 582.30
        expense.given(recorded(), submitted(), approved())
                .when(new PriceExpense(EXPENSE, 1, new PriceExpense.Terms("USD", DOLLARS, new BigDecimal("0.075"))))
                .expectEvents(
                        costed("500", DOLLARS, "541.67", "USD"), priced("541.67", "0.075", "582.30", "USD", false));
    }

    @Test
    void a_disbursement_bears_no_mark_up() {
        expense.given(
                        recorded(true, true).build(),
                        submitted(),
                        approved(true, true).build())
                .when(new PriceExpense(EXPENSE, 1, TERMS))
                .expectEvents(costed(), priced("500", "0", "500", "EUR", true));
    }

    @Test
    void what_the_customer_does_not_pay_has_a_cost_alone() {
        expense.given(
                        recorded(false, false).build(),
                        submitted(),
                        approved(false, false).build())
                .when(new PriceExpense(EXPENSE, 1, TERMS))
                .expectEvents(costed());
    }

    @Test
    void it_is_priced_once() {
        expense.given(recorded(), submitted(), approved(), costed(), priced())
                .when(new PriceExpense(EXPENSE, 1, new PriceExpense.Terms("EUR", null, new BigDecimal("0.2"))))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void what_is_not_approved_has_no_price() {
        expense.given(recorded(), submitted())
                .when(new PriceExpense(EXPENSE, 1, TERMS))
                .expectException(refusal("V-06"))
                .expectNoEvents();
    }
}
