package io.fairlead.funding;

import io.fairlead.expense.ExpenseId;
import io.fairlead.expense.event.ExpensePriced;
import io.fairlead.shared.StreamHistory;
import java.util.Optional;

/**
 * Expenses that were paid on behalf of the customer: they stand outside of limits (R15), so they ask for no funds and use none.
 * Whoever reads lines of invoices and credit notes asks by the source; only expenses are looked up.
 *
 * @param history where a source says what it is
 */
record Disbursements(StreamHistory history) {

    boolean has(String sourceId) {
        return find(sourceId).isPresent();
    }

    /** Empty for whatever is inside of limits. */
    Optional<ExpensePriced> find(String sourceId) {
        return sourceId.startsWith(ExpenseId.KIND + ":")
                ? history.last(sourceId, ExpensePriced.class).filter(ExpensePriced::getDisbursement)
                : Optional.empty();
    }
}
