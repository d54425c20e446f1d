package io.fairlead.expense;

import static io.fairlead.expense.ExpenseCause.CORRECTED;
import static io.fairlead.expense.ExpenseCause.REFUNDED;
import static io.fairlead.expense.ExpenseCause.WITHDRAWN;
import static io.fairlead.expense.ExpenseChangeExamples.REFUND_DAY;
import static io.fairlead.expense.ExpenseChangeExamples.again;
import static io.fairlead.expense.ExpenseChangeExamples.corrected;
import static io.fairlead.expense.ExpenseChangeExamples.credit;
import static io.fairlead.expense.ExpenseChangeExamples.lowered;
import static io.fairlead.expense.ExpenseChangeExamples.proposed;
import static io.fairlead.expense.ExpenseChangeExamples.recosted;
import static io.fairlead.expense.ExpenseChangeExamples.refund;
import static io.fairlead.expense.ExpenseChangeExamples.refunded;
import static io.fairlead.expense.ExpenseChangeExamples.reopened;
import static io.fairlead.expense.ExpenseChangeExamples.repriced;
import static io.fairlead.expense.ExpenseChangeExamples.withdrawn;
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

import io.fairlead.shared.Disposition;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The supplier gives money back, or the expense is none: it costs less, and the customer pays less or is to be credited. */
class RefundExpenseTest {

    private final FixtureConfiguration<Expense> expense = ExpenseExamples.expenses();

    private TestExecutor<Expense> unbilled() {
        return expense.given(recorded(), submitted(), approved(), costed(), priced());
    }

    private TestExecutor<Expense> invoiced() {
        return unbilled().andGiven(drafted(), billed());
    }

    private TestExecutor<Expense> proposedOnInvoice() {
        return invoiced()
                .andGiven(
                        refunded("r-1", "238", "38"),
                        recosted(REFUNDED, 1, "300", "-200"),
                        repriced(REFUNDED, 1, "300", "330", "0", "220"),
                        proposed(REFUNDED, 1, "220"));
    }

    private static WithdrawExpense withdraw(String by) {
        return new WithdrawExpense(EXPENSE, "entered twice", by, EVENING);
    }

    @Test
    void what_is_unbilled_becomes_less_on_the_day_of_the_money() {
        unbilled()
                .when(refund("r-1", "238", "38"))
                .expectEvents(
                        refunded("r-1", "238", "38"),
                        recosted(REFUNDED, 1, "300", "-200"),
                        repriced(REFUNDED, 1, "300", "330", "-220", "0"));
    }

    @Test
    void all_of_it_leaves_nothing() {
        unbilled()
                .when(refund("r-1", "595", "95"))
                .expectEvents(
                        refunded("r-1", "595", "95"),
                        recosted(REFUNDED, 1, "0", "-500"),
                        repriced(REFUNDED, 1, "0", "0", "-550", "0"));
    }

    @Test
    void of_what_is_billed_a_credit_is_proposed() {
        invoiced()
                .when(refund("r-1", "238", "38"))
                .expectEvents(
                        refunded("r-1", "238", "38"),
                        recosted(REFUNDED, 1, "300", "-200"),
                        repriced(REFUNDED, 1, "300", "330", "0", "220"),
                        proposed(REFUNDED, 1, "220"));
    }

    @Test
    void before_its_cost_is_known_it_is_costed_without_what_came_back() {
        expense.given(recorded(), submitted(), approved())
                .when(refund("r-1", "238", "38"))
                .expectEvents(refunded("r-1", "238", "38"));
        ExpenseExamples.expenses()
                .given(recorded(), submitted(), approved(), refunded("r-1", "238", "38"))
                .when(new PriceExpense(EXPENSE, 1, TERMS))
                .expectEvents(costed("300", null, "300", "EUR"), priced("300", "0.1", "330", "EUR", false));
    }

    /** Of a receipt that was misread as 500.00 net and is 1,000.00, 600.00 come back: more than it cost before. */
    @Test
    void while_a_correction_waits_for_its_rate_it_is_costed_with_that() {
        var misread = unbilled().andGiven(corrected(WORK_DAY, "1190", "190"), again(WORK_DAY, "1190", "190"));

        misread.when(refund("r-1", "714", "114")).expectEvents(refunded("r-1", "714", "114"));

        ExpenseExamples.expenses()
                .given(
                        recorded(),
                        submitted(),
                        approved(),
                        costed(),
                        priced(),
                        corrected(WORK_DAY, "1190", "190"),
                        again(WORK_DAY, "1190", "190"),
                        refunded("r-1", "714", "114"))
                .when(new PriceExpense(EXPENSE, 2, TERMS))
                .expectEvents(recosted(CORRECTED, 2, "400", "-100"), repriced(CORRECTED, 2, "400", "440", "-110", "0"));
    }

    @Test
    void the_same_refund_again_is_no_other() {
        unbilled()
                .andGiven(refunded("r-1", "238", "38"))
                .when(refund("r-1", "238", "38"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void one_name_is_one_refund() {
        unbilled()
                .andGiven(refunded("r-1", "238", "38"))
                .when(refund("r-1", "119", "19"))
                .expectException(refusal("V-12"))
                .expectNoEvents();
    }

    @ParameterizedTest
    @CsvSource({"357.01, 57", "357, 57.01", "357, 56"})
    void at_most_what_is_left_comes_back_and_its_tax_is_part_of_it(String amount, String tax) {
        unbilled()
                .andGiven(refunded("r-1", "238", "38"))
                .when(refund("r-2", amount, tax))
                .expectException(refusal("V-12"))
                .expectNoEvents();
    }

    @Test
    void what_is_left_comes_back_to_the_cent() {
        unbilled()
                .andGiven(
                        refunded("r-1", "238", "38"),
                        recosted(REFUNDED, 1, "300", "-200"),
                        repriced(REFUNDED, 1, "300", "330", "-220", "0"))
                .when(refund("r-2", "357", "57"))
                .expectEvents(
                        refunded("r-2", "357", "57"),
                        recosted(REFUNDED, 1, "0", "-300"),
                        repriced(REFUNDED, 1, "0", "0", "-330", "0"));
    }

    @Test
    void money_comes_back_after_it_was_spent_and_in_its_currency() {
        unbilled()
                .when(new RefundExpense(
                        EXPENSE, "r-1", WORK_DAY.minusDays(1), receipt("10", "0", "0"), "early", LEAD, EVENING))
                .expectException(refusal("V-12"))
                .expectNoEvents();
        var dollars = new ReceiptFigures(
                new java.math.BigDecimal("10"), java.math.BigDecimal.ZERO, java.math.BigDecimal.ZERO, "USD");
        ExpenseExamples.expenses()
                .given(recorded(), submitted(), approved(), costed(), priced())
                .when(new RefundExpense(EXPENSE, "r-1", REFUND_DAY, dollars, "other", LEAD, EVENING))
                .expectException(refusal("V-12"))
                .expectNoEvents();
    }

    @Test
    void what_is_not_approved_is_corrected_instead() {
        expense.given(recorded(), submitted())
                .when(refund("r-1", "238", "38"))
                .expectException(refusal("V-12"))
                .expectNoEvents();
    }

    @Test
    void what_stands_on_a_draft_waits_for_it() {
        unbilled()
                .andGiven(drafted())
                .when(refund("r-1", "238", "38"))
                .expectException(refusal("V-11"))
                .expectNoEvents();
    }

    @Test
    void a_credit_of_what_is_proposed_settles_it() {
        proposedOnInvoice()
                .when(credit("credit-note:1", "220", Disposition.CORRECTED))
                .expectEvents(lowered("credit-note:1", "220"), proposed(REFUNDED, 1, "0"));
    }

    @Test
    void a_credit_of_a_part_leaves_the_rest_proposed() {
        proposedOnInvoice()
                .when(credit("credit-note:1", "100", Disposition.CORRECTED))
                .expectEvents(lowered("credit-note:1", "100"), proposed(REFUNDED, 1, "120"));
    }

    @Test
    void what_a_credit_reopens_is_not_billed_again_as_far_as_it_came_back() {
        proposedOnInvoice()
                .when(credit("credit-note:1", "550", Disposition.REOPEN))
                .expectEvents(
                        reopened("credit-note:1", "550"),
                        repriced(REFUNDED, 1, "300", "330", "-220", "0"),
                        proposed(REFUNDED, 1, "0"));
    }

    @Test
    void a_withdrawn_expense_costs_nothing_and_is_not_billed() {
        unbilled()
                .when(withdraw(LEAD))
                .expectEvents(
                        withdrawn(),
                        recosted(WITHDRAWN, 1, "0", "-500"),
                        repriced(WITHDRAWN, 1, "0", "0", "-550", "0"));
    }

    @Test
    void of_a_billed_one_that_is_withdrawn_all_is_to_be_credited() {
        invoiced()
                .when(withdraw(LEAD))
                .expectEvents(
                        withdrawn(),
                        recosted(WITHDRAWN, 1, "0", "-500"),
                        repriced(WITHDRAWN, 1, "0", "0", "0", "550"),
                        proposed(WITHDRAWN, 1, "550"));
    }

    @Test
    void withdrawn_before_it_has_a_price_it_gets_none() {
        expense.given(recorded(), submitted(), approved(), withdrawn())
                .when(new PriceExpense(EXPENSE, 1, TERMS))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void it_is_withdrawn_once_and_changes_no_more() {
        unbilled()
                .andGiven(withdrawn())
                .when(withdraw(LEAD))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        ExpenseExamples.expenses()
                .given(recorded(), submitted(), approved(), withdrawn())
                .when(refund("r-1", "238", "38"))
                .expectException(refusal("V-13"))
                .expectNoEvents();
    }

    @Test
    void neither_its_author_nor_anybody_before_its_approval_withdraws_it() {
        unbilled().when(withdraw(CLERK)).expectException(refusal("V-03")).expectNoEvents();
        ExpenseExamples.expenses()
                .given(recorded(), submitted())
                .when(withdraw(LEAD))
                .expectException(refusal("V-13"))
                .expectNoEvents();
    }
}
