package io.fairlead.billing.deduction;

import io.fairlead.billing.cash.ReceiptId;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.shared.Check;
import io.fairlead.shared.Happened;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Take a part off an invoice that its payer does not pay; a bad debt has a command of its own.
 *
 * @param invoiceId the invoice
 * @param deductionId key within it
 * @param kind WITHHOLDING, SMALL_REST or CASH_DISCOUNT
 * @param receiptId the money that it came with: when that comes back, so does this; null when it stands alone
 * @param amount > 0; null means all that is open
 * @param on day it counts for
 * @param reason why, at most 400 characters
 * @param takenBy issuer|subject
 */
public record TakeDeduction(
        @TargetAggregateIdentifier InvoiceId invoiceId,
        String deductionId,
        Deduction kind,
        @Nullable ReceiptId receiptId,
        @Nullable BigDecimal amount,
        @Happened("valueDate") LocalDate on,
        String reason,
        String takenBy) {

    public TakeDeduction {
        Check.text("deductionId", deductionId, 200);
        amount = amount == null ? null : Check.positive("amount", amount);
        Check.day("on", on);
        Check.text("reason", reason, 400);
        Check.actor("takenBy", takenBy);
    }
}
