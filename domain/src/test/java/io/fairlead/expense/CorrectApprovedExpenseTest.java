package io.fairlead.expense;

import static io.fairlead.expense.ExpenseCause.CORRECTED;
import static io.fairlead.expense.ExpenseChangeExamples.again;
import static io.fairlead.expense.ExpenseChangeExamples.correct;
import static io.fairlead.expense.ExpenseChangeExamples.corrected;
import static io.fairlead.expense.ExpenseChangeExamples.lowered;
import static io.fairlead.expense.ExpenseChangeExamples.proposed;
import static io.fairlead.expense.ExpenseChangeExamples.recosted;
import static io.fairlead.expense.ExpenseChangeExamples.refunded;
import static io.fairlead.expense.ExpenseChangeExamples.repriced;
import static io.fairlead.expense.ExpenseChangeExamples.writtenOff;
import static io.fairlead.expense.ExpenseExamples.EXPENSE;
import static io.fairlead.expense.ExpenseExamples.TERMS;
import static io.fairlead.expense.ExpenseExamples.approved;
import static io.fairlead.expense.ExpenseExamples.billed;
import static io.fairlead.expense.ExpenseExamples.costed;
import static io.fairlead.expense.ExpenseExamples.drafted;
import static io.fairlead.expense.ExpenseExamples.priced;
import static io.fairlead.expense.ExpenseExamples.receipt;
import static io.fairlead.expense.ExpenseExamples.recorded;
import static io.fairlead.expense.ExpenseExamples.submitted;
import static io.fairlead.testing.Cast.CLERK;
import static io.fairlead.testing.Cast.EVENING;
import static io.fairlead.testing.Cast.LEAD;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Refusals.refusal;

import io.fairlead.expense.event.ExpenseApproved;
import io.fairlead.expense.event.ExpenseCorrected;
import io.fairlead.expense.event.ExpenseRecosted;
import io.fairlead.expense.event.ExpenseRepriced;
import io.fairlead.testing.Cast;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

/** An approved expense that was told wrongly: who corrects it approves it, and cost and price follow. */
class CorrectApprovedExpenseTest {

    private final FixtureConfiguration<Expense> expense = ExpenseExamples.expenses();

    private TestExecutor<Expense> unbilled() {
        return expense.given(recorded(), submitted(), approved(), costed(), priced());
    }

    private TestExecutor<Expense> invoiced() {
        return unbilled().andGiven(drafted(), billed());
    }

    private static PriceExpense price() {
        return new PriceExpense(EXPENSE, 2, TERMS);
    }

    @Test
    void who_corrects_an_approved_expense_approves_it_so() {
        unbilled()
                .when(correct(WORK_DAY, receipt("476", "76", "76"), LEAD))
                .expectEvents(corrected(WORK_DAY, "476", "76"), again(WORK_DAY, "476", "76"));
    }

    @Test
    void neither_author_nor_spender_correct_it() {
        unbilled()
                .when(correct(WORK_DAY, receipt("476", "76", "76"), CLERK))
                .expectException(refusal("V-03"))
                .expectNoEvents();
    }

    @Test
    void who_corrected_it_once_may_do_so_again() {
        unbilled()
                .andGiven(corrected(WORK_DAY, "476", "76"), again(WORK_DAY, "476", "76"))
                .when(correct(WORK_DAY, receipt("357", "57", "57"), LEAD))
                .expectEvents(
                        ExpenseCorrected.newBuilder(corrected(WORK_DAY, "357", "57"))
                                .setVersion(3)
                                .build(),
                        ExpenseApproved.newBuilder(again(WORK_DAY, "357", "57"))
                                .setVersion(3)
                                .build());
    }

    @Test
    void what_is_so_already_is_no_correction() {
        unbilled()
                .when(correct(WORK_DAY, receipt("595", "95", "95"), LEAD))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void another_category_alone_is_a_correction() {
        unbilled()
                .when(new CorrectExpense(
                        EXPENSE, WORK_DAY, receipt("595", "95", "95"), "HOTEL", "misread", LEAD, EVENING, false))
                .expectEvents(
                        ExpenseCorrected.newBuilder(corrected(WORK_DAY, "595", "95"))
                                .setCategory("HOTEL")
                                .build(),
                        ExpenseApproved.newBuilder(again(WORK_DAY, "595", "95"))
                                .setCategory("HOTEL")
                                .build());
    }

    @Test
    void what_stands_on_a_draft_is_not_corrected() {
        unbilled()
                .andGiven(drafted())
                .when(correct(WORK_DAY, receipt("476", "76", "76"), LEAD))
                .expectException(refusal("V-11"))
                .expectNoEvents();
    }

    @Test
    void it_does_not_cost_less_than_what_was_given_back() {
        unbilled()
                .andGiven(refunded("r-1", "238", "38"))
                .when(correct(WORK_DAY, receipt("237.99", "38", "38"), LEAD))
                .expectException(refusal("V-12"))
                .expectNoEvents();
    }

    @Test
    void what_is_unbilled_becomes_less() {
        unbilled()
                .andGiven(corrected(WORK_DAY, "476", "76"), again(WORK_DAY, "476", "76"))
                .when(price())
                .expectEvents(recosted(CORRECTED, 2, "400", "-100"), repriced(CORRECTED, 2, "400", "440", "-110", "0"));
    }

    @Test
    void what_is_unbilled_becomes_more() {
        unbilled()
                .andGiven(corrected(WORK_DAY, "714", "114"), again(WORK_DAY, "714", "114"))
                .when(price())
                .expectEvents(recosted(CORRECTED, 2, "600", "100"), repriced(CORRECTED, 2, "600", "660", "110", "0"));
    }

    @Test
    void of_what_is_billed_a_credit_is_proposed() {
        invoiced()
                .andGiven(corrected(WORK_DAY, "476", "76"), again(WORK_DAY, "476", "76"))
                .when(price())
                .expectEvents(
                        recosted(CORRECTED, 2, "400", "-100"),
                        repriced(CORRECTED, 2, "400", "440", "0", "110"),
                        proposed(CORRECTED, 2, "110"));
    }

    @Test
    void what_a_billed_expense_costs_more_is_unbilled() {
        invoiced()
                .andGiven(corrected(WORK_DAY, "714", "114"), again(WORK_DAY, "714", "114"))
                .when(price())
                .expectEvents(recosted(CORRECTED, 2, "600", "100"), repriced(CORRECTED, 2, "600", "660", "110", "0"));
    }

    @Test
    void what_was_credited_by_hand_before_counts_towards_a_lower_price() {
        invoiced()
                .andGiven(
                        lowered("credit-note:1", "110"), corrected(WORK_DAY, "476", "76"), again(WORK_DAY, "476", "76"))
                .when(price())
                .expectEvents(recosted(CORRECTED, 2, "400", "-100"), repriced(CORRECTED, 2, "400", "440", "0", "0"));
    }

    @Test
    void what_was_given_up_is_not_charged_by_a_correction() {
        unbilled()
                .andGiven(writtenOff("550"), corrected(WORK_DAY, "714", "114"), again(WORK_DAY, "714", "114"))
                .when(price())
                .expectEvents(recosted(CORRECTED, 2, "600", "100"), repriced(CORRECTED, 2, "600", "660", "110", "0"));
    }

    @Test
    void a_correction_that_is_taken_back_takes_the_proposal_back() {
        invoiced()
                .andGiven(
                        corrected(WORK_DAY, "476", "76"),
                        again(WORK_DAY, "476", "76"),
                        recosted(CORRECTED, 2, "400", "-100"),
                        repriced(CORRECTED, 2, "400", "440", "0", "110"),
                        proposed(CORRECTED, 2, "110"),
                        ExpenseCorrected.newBuilder(corrected(WORK_DAY, "595", "95"))
                                .setVersion(3)
                                .build(),
                        ExpenseApproved.newBuilder(again(WORK_DAY, "595", "95"))
                                .setVersion(3)
                                .build())
                .when(new PriceExpense(EXPENSE, 3, TERMS))
                .expectEvents(
                        recosted(CORRECTED, 3, "500", "100"),
                        repriced(CORRECTED, 3, "500", "550", "0", "0"),
                        proposed(CORRECTED, 3, "0"));
    }

    @Test
    void a_receipt_of_another_day_counts_there_and_no_more_on_the_former_one() {
        var day = WORK_DAY.minusDays(10);
        unbilled()
                .andGiven(corrected(day, "595", "95"), again(day, "595", "95"))
                .when(price())
                .expectEvents(
                        ExpenseRecosted.newBuilder(recosted(CORRECTED, 1, "0", "-500"))
                                .setReceiptCost(Cast.wire("500"))
                                .build(),
                        ExpenseRecosted.newBuilder(recosted(CORRECTED, 2, "500", "500"))
                                .setServiceDate(day)
                                .setAccountingDate(day)
                                .build(),
                        repriced(CORRECTED, 1, "500", "550", "-550", "0"),
                        ExpenseRepriced.newBuilder(repriced(CORRECTED, 2, "500", "550", "550", "0"))
                                .setServiceDate(day)
                                .setAccountingDate(day)
                                .build());
    }

    @Test
    void the_price_of_a_version_is_worked_out_once() {
        unbilled()
                .andGiven(
                        corrected(WORK_DAY, "476", "76"),
                        again(WORK_DAY, "476", "76"),
                        recosted(CORRECTED, 2, "400", "-100"),
                        repriced(CORRECTED, 2, "400", "440", "-110", "0"))
                .when(price())
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_version_that_was_corrected_meanwhile_has_no_price_any_more() {
        expense.given(
                        recorded(),
                        submitted(),
                        approved(),
                        corrected(WORK_DAY, "476", "76"),
                        again(WORK_DAY, "476", "76"))
                .when(new PriceExpense(EXPENSE, 1, TERMS))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }
}
