package io.fairlead.expense;

import static io.fairlead.expense.ExpenseExamples.EXPENSE;
import static io.fairlead.expense.ExpenseExamples.TERMS;
import static io.fairlead.expense.ExpenseExamples.approved;
import static io.fairlead.testing.Cast.resolved;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.exception.RaiseException;
import io.fairlead.testing.KnownHistory;
import io.fairlead.testing.ProcessUnderTest;
import io.fairlead.testing.SentCommands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhenExpenseApprovedThenPriceTest {

    private static final KnownLine KNOWN = new KnownLine("EUR", "0.1");

    private final SentCommands sent = new SentCommands();
    private final KnownHistory history = new KnownHistory().with("expense:x-1", approved());

    @Test
    void an_approved_expense_is_priced_by_its_terms() {
        process(KNOWN).on(approved());

        assertThat(sent.commands()).containsExactly(new PriceExpense(EXPENSE, 1, TERMS));
        assertThat(sent.keys()).containsExactly("price/expense:x-1/1");
    }

    @ParameterizedTest
    @CsvSource({"FX_RATE_MISSING, 1", "EXPENSE_LINE_UNKNOWN, 2"})
    void what_is_missing_is_a_work_item_and_cleared_it_is_tried_again(String code, int lineNo) {
        process(new KnownLine("USD", "0.1"))
                .on(approved(true, false).setLineNo(lineNo).build());
        assertThat(sent.commands()).singleElement().isInstanceOfSatisfying(RaiseException.class, raised -> assertThat(
                        raised.code())
                .isEqualTo(code));

        process(KNOWN).on(resolved(code, "expense:x-1"));
        assertThat(sent.of(PriceExpense.class)).hasSize(1);
    }

    @Test
    void other_resolved_work_items_price_nothing() {
        process(KNOWN).on(resolved("RATE_MISSING", "expense:x-1"));

        assertThat(sent.commands()).isEmpty();
    }

    private ProcessUnderTest process(ExpenseFacts known) {
        var pricing = new ExpensePricing(() -> known);
        return new ProcessUnderTest(new WhenExpenseApprovedThenPrice(pricing, sent, history));
    }
}
