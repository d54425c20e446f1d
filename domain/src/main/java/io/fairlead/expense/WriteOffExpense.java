package io.fairlead.expense;

import io.fairlead.shared.Check;
import io.fairlead.shared.Happened;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Give up what is left of an expense before it is billed.
 *
 * @param expenseId its key
 * @param on the accounting date
 * @param reason why
 */
public record WriteOffExpense(
        @TargetAggregateIdentifier ExpenseId expenseId,
        @Happened LocalDate on,
        String reason) {

    public WriteOffExpense {
        Check.day("on", on);
        Check.text("reason", reason, 400);
    }
}
