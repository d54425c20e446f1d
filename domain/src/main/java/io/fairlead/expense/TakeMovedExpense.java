package io.fairlead.expense;

import io.fairlead.expense.event.ExpenseMoved;
import io.fairlead.expense.event.ExpenseRecorded;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Enter an expense that was moved, offered and approved as far as it was before. It was decided where it came from, so nothing is
 * refused.
 *
 * @param expenseId its key, the one that the move names
 * @param before as it was recorded where it came from
 */
public record TakeMovedExpense(
        @TargetAggregateIdentifier ExpenseId expenseId, ExpenseRecorded before, ExpenseMoved move) {

    public TakeMovedExpense {
        if (!expenseId.value().equals(move.getMovedTo())) {
            throw new IllegalArgumentException(expenseId + " takes " + move.getMovedTo() + ": name one expense");
        }
    }
}
