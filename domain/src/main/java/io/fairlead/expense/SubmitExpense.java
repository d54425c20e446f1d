package io.fairlead.expense;

import io.fairlead.shared.Check;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Offer a recorded expense for approval.
 *
 * @param expenseId its key
 * @param submittedBy issuer|subject
 * @param at from the caller's clock
 */
public record SubmitExpense(@TargetAggregateIdentifier ExpenseId expenseId, String submittedBy, Instant at) {

    public SubmitExpense {
        Check.actor("submittedBy", submittedBy);
    }
}
