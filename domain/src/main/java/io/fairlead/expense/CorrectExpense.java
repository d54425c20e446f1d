package io.fairlead.expense;

import io.fairlead.shared.Check;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Change a recorded expense before its approval.
 *
 * @param expenseId its key
 * @param spentOn the receipt's date
 * @param receipt what the receipt says, in the same currency
 * @param reason why
 * @param author who corrects, issuer|subject
 */
public record CorrectExpense(
        @TargetAggregateIdentifier ExpenseId expenseId,
        LocalDate spentOn,
        ReceiptFigures receipt,
        String reason,
        String author) {

    public CorrectExpense {
        Check.day("spentOn", spentOn);
        Check.text("reason", reason, 400);
        Check.actor("author", author);
    }
}
