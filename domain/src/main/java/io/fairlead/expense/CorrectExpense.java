package io.fairlead.expense;

import io.fairlead.expense.event.ExpenseCorrected;
import io.fairlead.expense.event.ExpenseRecorded;
import io.fairlead.shared.Amounts;
import io.fairlead.shared.Check;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

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

    /** Whether the expense says just that already. */
    boolean repeats(ExpenseRecorded first, @Nullable ExpenseCorrected last) {
        return spentOn.equals(last == null ? first.getSpentOn() : last.getSpentOn())
                && Amounts.same(receipt.amount(), last == null ? first.getAmount() : last.getAmount())
                && Amounts.same(receipt.tax(), last == null ? first.getTax() : last.getTax())
                && Amounts.same(
                        receipt.recoverableTax(), last == null ? first.getRecoverableTax() : last.getRecoverableTax());
    }
}
