package io.fairlead.expense;

import io.fairlead.shared.Check;
import io.fairlead.shared.Disposition;
import io.fairlead.shared.Happened;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Note that an issued credit note gives a billed portion back (R12).
 *
 * @param expenseId its key
 * @param creditNoteId credit-note:<uuid>
 * @param portionNo the billed portion
 * @param amount > 0, at most what is not credited yet
 * @param disposition what becomes of it
 * @param issueDate of the credit note: the accounting date
 */
public record CreditExpense(
        @TargetAggregateIdentifier ExpenseId expenseId,
        String creditNoteId,
        int portionNo,
        BigDecimal amount,
        Disposition disposition,
        @Happened LocalDate issueDate) {

    public CreditExpense {
        Check.text("creditNoteId", creditNoteId, 80);
        Check.range("portionNo", portionNo, 1, 100_000);
        amount = Check.positive("amount", amount);
        Check.day("issueDate", issueDate);
    }
}
