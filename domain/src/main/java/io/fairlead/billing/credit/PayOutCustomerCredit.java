package io.fairlead.billing.credit;

import io.fairlead.shared.Check;
import io.fairlead.shared.Happened;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Pay out what is owed to a customer, or a part of it.
 *
 * @param customerCreditId what is owed
 * @param refundId key of the caller's choice
 * @param amount > 0; null means all that is owed
 * @param on day the money leaves
 * @param reason why
 * @param paidOutBy issuer|subject; never who asked for the credit (K-14)
 */
public record PayOutCustomerCredit(
        @TargetAggregateIdentifier CustomerCreditId customerCreditId,
        String refundId,
        @Nullable BigDecimal amount,
        @Happened("valueDate") LocalDate on,
        String reason,
        String paidOutBy) {

    public PayOutCustomerCredit {
        Check.text("refundId", refundId, 200);
        amount = amount == null ? null : Check.positive("amount", amount);
        Check.day("on", on);
        Check.text("reason", reason, 400);
        Check.actor("paidOutBy", paidOutBy);
    }
}
