package io.fairlead.simulation.rule;

import io.fairlead.expense.event.ExpenseBilled;
import io.fairlead.expense.event.ExpensePriced;
import io.fairlead.expense.event.ExpensePutOnDraft;
import io.fairlead.simulation.Recorded;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Faults planted about expenses. */
class ExpensesRulesTest extends PlantedFaults {

    private static final List<Recorded> SPENT =
            history(facts -> facts.each(ExpenseBilled.class).findAny().isPresent()
                    && Rules.broken(facts.events()).isEmpty());

    ExpensesRulesTest() {
        super(SPENT);
    }

    @Test
    void an_expense_at_another_price() {
        assertSeen("the price of", changed(ExpensePriced.class, priced -> ExpensePriced.newBuilder(priced)
                .setAmount(priced.getAmount().add(CENT))
                .build()));
    }

    @Test
    void an_expense_that_has_no_price() {
        assertSeen("is priced", without(first(ExpensePriced.class)));
    }

    @Test
    void an_expense_billed_that_is_on_no_draft() {
        assertSeen("before it was drafted", without(first(ExpensePutOnDraft.class)));
    }
}
