package io.fairlead.billing.cash;

import io.fairlead.shared.Check;
import io.fairlead.shared.Happened;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Pay money on account back, or a part of it.
 *
 * @param receiptId the money
 * @param refundId key within the receipt
 * @param amount > 0; null means all that is on account of it
 * @param on day the money leaves; not before it came (Z-08)
 * @param reason why, at most 400 characters
 * @param refundedBy issuer|subject; never who told of the money (Z-05)
 */
public record RefundMoney(
        @TargetAggregateIdentifier ReceiptId receiptId,
        String refundId,
        @Nullable BigDecimal amount,
        @Happened("valueDate") LocalDate on,
        String reason,
        String refundedBy) {

    public RefundMoney {
        Check.text("refundId", refundId, 200);
        amount = amount == null ? null : Check.positive("amount", amount);
        Check.day("on", on);
        Check.text("reason", reason, 400);
        Check.actor("refundedBy", refundedBy);
    }
}
