package io.fairlead.expense;

import static io.fairlead.expense.ExpenseCause.CORRECTED;
import static io.fairlead.expense.ExpenseChangeExamples.proposed;
import static io.fairlead.expense.ExpenseChangeExamples.recosted;
import static io.fairlead.expense.ExpenseChangeExamples.withdrawn;
import static io.fairlead.expense.ExpenseExamples.EXPENSE;
import static io.fairlead.expense.ExpenseExamples.costed;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.exception.ExceptionId;
import io.fairlead.exception.RaiseException;
import io.fairlead.exception.ResolveException;
import io.fairlead.exception.event.ExceptionRaised;
import io.fairlead.testing.AnyEvent;
import io.fairlead.testing.KnownHistory;
import io.fairlead.testing.ProcessUnderTest;
import io.fairlead.testing.SentCommands;
import org.junit.jupiter.api.Test;

/** People are told what of a billed expense to credit, and what they need not do any more. */
class ExpenseChangeProcessesTest {

    private final SentCommands sent = new SentCommands();
    private final KnownHistory history = new KnownHistory();
    private final ProcessUnderTest billed = new ProcessUnderTest(new WhenBilledExpenseChangesThenRaise(sent, history));
    private final ProcessUnderTest changed = new ProcessUnderTest(new WhenExpenseChangesThenClose(sent, history));

    private ExceptionId told(String code) {
        var item = RaiseException.idOf(code, EXPENSE.value());
        var _ = history.with(item.value(), AnyEvent.of(ExceptionRaised.class));
        return item;
    }

    @Test
    void a_proposed_credit_is_a_work_item_with_its_parts() {
        billed.on(proposed(CORRECTED, 2, "110"));

        assertThat(sent.commands()).singleElement().isInstanceOfSatisfying(RaiseException.class, raised -> {
            assertThat(raised.code()).isEqualTo("BILLED_EXPENSE_CHANGED");
            assertThat(raised.sentence())
                    .isEqualTo("A billed expense costs less (misread). Credit net 110 EUR of portion 1 on invoice:inv-1"
                            + " as CORRECTED.");
        });
    }

    @Test
    void it_is_closed_once_nothing_is_proposed() {
        billed.on(proposed(CORRECTED, 2, "0"));
        assertThat(sent.commands()).isEmpty();

        var item = told("BILLED_EXPENSE_CHANGED");
        billed.on(proposed(CORRECTED, 2, "0"));
        assertThat(sent.of(ResolveException.class))
                .extracting(ResolveException::exceptionId)
                .containsExactly(item);
    }

    @Test
    void what_the_price_was_missing_is_closed_by_a_correction_or_a_withdrawal() {
        changed.on(recosted(CORRECTED, 2, "400", "-100"));
        assertThat(sent.commands()).isEmpty();

        var item = told("FX_RATE_MISSING");
        changed.on(costed());
        assertThat(sent.commands()).as("the first version").isEmpty();
        changed.on(recosted(CORRECTED, 2, "400", "-100"));
        changed.on(withdrawn());
        assertThat(sent.of(ResolveException.class))
                .extracting(ResolveException::exceptionId)
                .containsExactly(item, item);
    }
}
