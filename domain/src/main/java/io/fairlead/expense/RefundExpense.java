package io.fairlead.expense;

import io.fairlead.shared.Check;
import io.fairlead.shared.Happened;
import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Note that the supplier gave money of an approved expense back.
 *
 * @param expenseId its key
 * @param refundId names the refund within its expense, 1 to 200 characters
 * @param refundedOn day of the money, not before the receipt's
 * @param given back with tax, and which taxes are in it; at most what is left of the receipt
 * @param reason why
 * @param author who enters it, issuer|subject
 * @param at from the caller's clock
 */
public record RefundExpense(
        @TargetAggregateIdentifier ExpenseId expenseId,
        String refundId,
        @Happened LocalDate refundedOn,
        ReceiptFigures given,
        String reason,
        String author,
        Instant at) {

    public RefundExpense {
        Check.text("refundId", refundId, 200);
        Check.day("refundedOn", refundedOn);
        Check.text("reason", reason, 400);
        Check.actor("author", author);
    }
}
