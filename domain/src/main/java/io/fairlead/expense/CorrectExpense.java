package io.fairlead.expense;

import io.fairlead.expense.event.ExpenseRecorded;
import io.fairlead.shared.Amounts;
import io.fairlead.shared.Check;
import io.fairlead.shared.Happened;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Change a recorded expense. After its approval who corrects it approves it so, and is neither its author nor its spender (V-03).
 *
 * @param expenseId its key
 * @param spentOn the receipt's date
 * @param receipt what the receipt says, in the same currency
 * @param category kind of expense; null means as it was
 * @param reason why
 * @param author who corrects, issuer|subject
 * @param at from the caller's clock
 * @param bySource whether its source says so since; else somebody corrects it here
 */
public record CorrectExpense(
        @TargetAggregateIdentifier ExpenseId expenseId,
        @Happened LocalDate spentOn,
        ReceiptFigures receipt,
        @Nullable String category,
        String reason,
        String author,
        Instant at,
        boolean bySource) {

    public CorrectExpense {
        Check.day("spentOn", spentOn);
        Check.textOrNull("category", category, 60);
        Check.text("reason", reason, 400);
        Check.actor("author", author);
    }

    /** Whether the expense says just that already. */
    boolean repeats(ExpenseRecorded now) {
        return spentOn.equals(now.getSpentOn())
                && (category == null || Objects.equals(category, now.getCategory()))
                && Amounts.same(receipt.amount(), now.getAmount())
                && Amounts.same(receipt.tax(), now.getTax())
                && Amounts.same(receipt.recoverableTax(), now.getRecoverableTax());
    }
}
