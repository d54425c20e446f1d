package io.fairlead.billing.item;

import io.fairlead.shared.Check;
import io.fairlead.shared.Disposition;
import io.fairlead.shared.Happened;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Note that an issued credit note gives a billed portion back (R12).
 *
 * @param billingItemId its key
 * @param creditNoteId credit-note:<uuid>
 * @param portionNo the billed portion
 * @param amount with the sign of what was billed, at most what is not credited yet
 * @param disposition what becomes of it
 * @param issueDate of the credit note: the accounting date
 */
public record CreditBillingItem(
        @TargetAggregateIdentifier BillingItemId billingItemId,
        String creditNoteId,
        int portionNo,
        BigDecimal amount,
        Disposition disposition,
        @Happened LocalDate issueDate) {

    public CreditBillingItem {
        Check.text("creditNoteId", creditNoteId, 80);
        Check.range("portionNo", portionNo, 1, 100_000);
        amount = Check.amount("amount", amount);
        Check.day("issueDate", issueDate);
    }
}
