package io.fairlead.expense;

import io.fairlead.shared.Check;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Accept a submitted expense.
 *
 * @param expenseId its key
 * @param approvedBy who decides, issuer|subject; neither author nor spender (V-03)
 * @param at from the caller's clock
 */
public record ApproveExpense(@TargetAggregateIdentifier ExpenseId expenseId, String approvedBy, Instant at) {

    public ApproveExpense {
        Check.actor("approvedBy", approvedBy);
    }
}
