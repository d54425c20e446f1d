package io.fairlead.expense;

import io.fairlead.shared.Check;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Send a submitted expense back.
 *
 * @param expenseId its key
 * @param rejectedBy who decides, issuer|subject
 * @param reason why
 * @param at from the caller's clock
 */
public record RejectExpense(
        @TargetAggregateIdentifier ExpenseId expenseId, String rejectedBy, String reason, Instant at) {

    public RejectExpense {
        Check.text("reason", reason, 400);
        Check.actor("rejectedBy", rejectedBy);
    }
}
