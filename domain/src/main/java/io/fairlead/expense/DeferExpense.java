package io.fairlead.expense;

import io.fairlead.shared.Check;
import io.fairlead.shared.Foreseen;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Leave what is left of an expense out of earlier billing runs.
 *
 * @param expenseId its key
 * @param until first cut-off that takes it again
 * @param reason why
 * @param deferredBy issuer|subject
 */
public record DeferExpense(
        @TargetAggregateIdentifier ExpenseId expenseId,
        @Foreseen LocalDate until,
        String reason,
        String deferredBy) {

    public DeferExpense {
        Check.day("until", until);
        Check.text("reason", reason, 400);
        Check.actor("deferredBy", deferredBy);
    }
}
