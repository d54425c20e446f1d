package io.fairlead.expense;

import static io.fairlead.expense.ExpenseExamples.DOLLARS;
import static io.fairlead.expense.ExpenseExamples.approved;
import static io.fairlead.testing.Cast.WORK_DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.expense.ExpensePricing.TermsFound;
import io.fairlead.expense.ExpensePricing.TermsMissing;
import io.fairlead.expense.event.ExpenseApproved;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R15: by which terms an approved expense is priced. */
class ExpensePricingTest {

    private static final ExpenseApproved IN_EUROS = approved();

    @ParameterizedTest
    @CsvSource({"0.1, 0.1", "0, 0", ", 0"})
    void the_mark_up_is_the_lines_and_nothing_unless_agreed(String agreed, BigDecimal markUp) {
        assertThat(price(new KnownLine("EUR", agreed), IN_EUROS))
                .isEqualTo(new TermsFound(new PriceExpense.Terms("EUR", null, markUp)));
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.1", ", 0"})
    void a_receipt_in_another_currency_takes_the_rate_of_its_own_date(String agreed, BigDecimal markUp) {
        assertThat(price(new KnownLine("USD", agreed).exchanging(DOLLARS), IN_EUROS))
                .isEqualTo(new TermsFound(new PriceExpense.Terms("USD", DOLLARS, markUp)));
    }

    @Test
    void a_receipt_in_the_contracts_currency_takes_none() {
        assertThat(price(new KnownLine("EUR", null).exchanging(DOLLARS), IN_EUROS))
                .isEqualTo(new TermsFound(new PriceExpense.Terms("EUR", null, BigDecimal.ZERO)));
    }

    @ParameterizedTest
    @CsvSource({"-1, 2026-03-09", "1, 2026-03-11"})
    void a_rate_of_another_day_is_no_rate(int later, String day) {
        var receipt = ExpenseApproved.newBuilder(IN_EUROS)
                .setSpentOn(WORK_DAY.plusDays(later))
                .build();

        assertThat(price(new KnownLine("USD", "0.1").exchanging(DOLLARS), receipt))
                .isEqualTo(new TermsMissing(
                        "FX_RATE_MISSING",
                        "No exchange rate between EUR and USD holds on " + day + ". Set one, then resolve this item."));
    }

    @Test
    void a_line_that_the_contract_has_not_prices_nothing() {
        var elsewhere = ExpenseApproved.newBuilder(IN_EUROS).setLineNo(7).build();

        assertThat(price(new KnownLine("EUR", "0.1"), elsewhere))
                .isEqualTo(new TermsMissing(
                        "EXPENSE_LINE_UNKNOWN",
                        "contract:K-1 has no line 7. Amend the contract, then resolve this item."));
    }

    private static ExpensePricing.Answer price(ExpenseFacts facts, ExpenseApproved expense) {
        return new ExpensePricing(() -> facts).price(expense);
    }
}
