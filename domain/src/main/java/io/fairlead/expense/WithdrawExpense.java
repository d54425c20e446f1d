package io.fairlead.expense;

import io.fairlead.shared.Check;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Say that an approved expense should never have been one. Nothing unbilled is left of it; of what is billed a credit is proposed.
 *
 * @param expenseId its key
 * @param reason why
 * @param withdrawnBy who decides, issuer|subject; neither its author nor its spender (V-03)
 * @param at from the caller's clock
 */
public record WithdrawExpense(
        @TargetAggregateIdentifier ExpenseId expenseId, String reason, String withdrawnBy, Instant at) {

    public WithdrawExpense {
        Check.text("reason", reason, 400);
        Check.actor("withdrawnBy", withdrawnBy);
    }
}
