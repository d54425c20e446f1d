package io.fairlead.expense;

import io.fairlead.shared.Check;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Tell an expense as its source has it now: what is new is recorded, what the source edited is a correction of the same expense.
 * What people corrected here stays until the source says something else.
 *
 * @param expenseId its key, the same as the expense's
 * @param entry what the source says now
 * @param submit whether what is not approved is offered for approval as well
 * @param reason why it may differ from what was told before
 * @param at from the caller's clock
 */
public record RetellExpense(
        @TargetAggregateIdentifier ExpenseId expenseId,
        RecordExpense entry,
        boolean submit,
        String reason,
        Instant at) {

    public RetellExpense {
        if (!expenseId.equals(entry.expenseId())) {
            throw new IllegalArgumentException(expenseId + " tells " + entry.expenseId() + ": name one expense");
        }
        Check.text("reason", reason, 400);
    }

    /** What it means that a source told an expense again; answered to whoever imports it. */
    public enum Retold {
        /** It was not known. */
        RECORDED,
        /** It is known and says so already. */
        SAME,
        /** It says so from now on. */
        CORRECTED
    }
}
