package io.fairlead.billing.cash;

import io.fairlead.party.MergedCustomers;
import io.fairlead.shared.Check;
import io.fairlead.shared.Happened;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Set money, or a part of it, against an invoice.
 *
 * @param receiptId the money
 * @param applicationId key within the receipt
 * @param to the invoice, and what of it is open
 * @param amount > 0; null means as much as is left and open
 * @param on day it counts for; a day before the money came or the invoice was issued means the later of those: what is paid
 *     in advance pays from the issue on
 * @param how on whose word
 * @param appliedBy issuer|subject
 * @param merged who of the money's and the invoice's customers lives on as another
 */
public record ApplyReceipt(
        @TargetAggregateIdentifier ReceiptId receiptId,
        String applicationId,
        OpenInvoice to,
        @Nullable BigDecimal amount,
        @Happened("valueDate") LocalDate on,
        ApplicationBasis how,
        String appliedBy,
        MergedCustomers merged) {

    public ApplyReceipt {
        Check.text("applicationId", applicationId, 200);
        amount = amount == null ? null : Check.positive("amount", amount);
        Check.day("on", on);
        Check.actor("appliedBy", appliedBy);
    }
}
