package io.fairlead.expense;

import io.fairlead.shared.Check;
import io.fairlead.shared.NameUuid;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * An expense was for something else: what is left of it is an expense of its own there. Nothing unbilled is left of this one; of
 * what is billed a credit is proposed.
 *
 * @param expenseId its key
 * @param target what it is for
 * @param reason why
 * @param movedBy who decides, issuer|subject; of an approved one neither its author nor its spender (V-03)
 * @param at from the caller's clock
 */
public record MoveExpense(
        @TargetAggregateIdentifier ExpenseId expenseId,
        ExpenseTarget target,
        String reason,
        String movedBy,
        Instant at) {

    public MoveExpense {
        Check.text("reason", reason, 400);
        Check.actor("movedBy", movedBy);
    }

    /** The expense that it is there. One moves once; where it is then it may move again. */
    public ExpenseId movedTo() {
        return ExpenseId.of(
                NameUuid.of(ExpenseId.KIND, expenseId.value(), "moved").toString());
    }
}
