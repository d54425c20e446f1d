package io.fairlead.expense;

import static io.fairlead.expense.ExpenseExamples.receipt;
import static io.fairlead.expense.ExpenseExamples.record;
import static io.fairlead.expense.ExpenseExamples.recorded;
import static io.fairlead.expense.ExpenseExamples.submitted;
import static io.fairlead.testing.Cast.CLERK;
import static io.fairlead.testing.Cast.LEAD;
import static io.fairlead.testing.Cast.NOON;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.testing.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.expense.event.ExpenseCorrected;
import io.fairlead.shared.RuleViolated;
import java.math.BigDecimal;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordExpenseTest {

    private final FixtureConfiguration<Expense> expense = ExpenseExamples.expenses();

    @Test
    void an_expense_keeps_its_receipt() {
        expense.givenNoPriorActivity()
                .when(record(receipt("595", "95", "95"), true, false, CLERK))
                .expectEvents(recorded());
    }

    @Test
    void entered_again_by_anybody_it_is_the_same_expense() {
        expense.given(recorded())
                .when(record(receipt("595", "95", "95"), true, false, LEAD))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void other_figures_under_the_same_id_are_refused() {
        expense.given(recorded())
                .when(record(receipt("600", "95", "95"), true, false, CLERK))
                .expectException(refusal("V-02"))
                .expectNoEvents();
    }

    @Test
    void a_correction_is_a_new_version_and_needs_a_new_submission() {
        expense.given(recorded(), submitted()).when(correct("600")).expectEvents(corrected());
        ExpenseExamples.expenses()
                .given(recorded(), submitted(), corrected())
                .when(new ApproveExpense(ExpenseExamples.EXPENSE, LEAD, io.fairlead.testing.Cast.EVENING))
                .expectException(refusal("V-04"))
                .expectNoEvents();
    }

    @Test
    void what_is_so_already_is_no_correction() {
        expense.given(recorded())
                .when(correct("595"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_correction_keeps_the_receipts_currency() {
        var dollars = new ReceiptFigures(new BigDecimal("600"), BigDecimal.ZERO, BigDecimal.ZERO, "USD");
        expense.given(recorded())
                .when(new CorrectExpense(ExpenseExamples.EXPENSE, WORK_DAY, dollars, null, "typo", CLERK, NOON, false))
                .expectException(refusal("V-05"))
                .expectNoEvents();
    }

    @ParameterizedTest
    @CsvSource({"100, 101, 0", "100, 19, 19.01"})
    void recoverable_tax_is_part_of_the_tax_and_tax_part_of_the_amount(String amount, String tax, String back) {
        assertThatThrownBy(() -> receipt(amount, tax, back))
                .isInstanceOf(RuleViolated.class)
                .hasMessageStartingWith("V-01");
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "-5, 0, 0", "10.001, 0, 0"})
    void a_receipt_has_an_amount_of_its_currency(String amount, String tax, String back) {
        assertThatThrownBy(() -> receipt(amount, tax, back))
                .isInstanceOf(RuleViolated.class)
                .hasMessageStartingWith("G-02");
    }

    private static CorrectExpense correct(String amount) {
        return new CorrectExpense(
                ExpenseExamples.EXPENSE, WORK_DAY, receipt(amount, "95", "95"), null, "typo", CLERK, NOON, false);
    }

    private static ExpenseCorrected corrected() {
        return ExpenseCorrected.newBuilder()
                .setExpenseId("expense:x-1")
                .setVersion(2)
                .setSpentOn(WORK_DAY)
                .setAmount(wire("600"))
                .setTax(wire("95"))
                .setRecoverableTax(wire("95"))
                .setReason("typo")
                .setAuthor(CLERK)
                .build();
    }
}
