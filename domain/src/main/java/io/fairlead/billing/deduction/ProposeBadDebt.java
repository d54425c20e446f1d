package io.fairlead.billing.deduction;

import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.shared.Check;
import java.math.BigDecimal;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Hold that something of an invoice will never be paid.
 *
 * @param invoiceId the invoice
 * @param deductionId key of what it becomes
 * @param amount > 0; null means all that is open
 * @param reason why, at most 400 characters
 * @param proposedBy issuer|subject; does not write it off (B-19)
 */
public record ProposeBadDebt(
        @TargetAggregateIdentifier InvoiceId invoiceId,
        String deductionId,
        @Nullable BigDecimal amount,
        String reason,
        String proposedBy) {

    public ProposeBadDebt {
        Check.text("deductionId", deductionId, 200);
        amount = amount == null ? null : Check.positive("amount", amount);
        Check.text("reason", reason, 400);
        Check.actor("proposedBy", proposedBy);
    }
}
