package io.fairlead.billing.deduction;

import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.shared.Check;
import io.fairlead.shared.Happened;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Note that an invoice is not contested any more.
 *
 * @param invoiceId the invoice
 * @param reason how it ended, at most 400 characters
 * @param on since when
 * @param settledBy issuer|subject
 */
public record SettleDispute(
        @TargetAggregateIdentifier InvoiceId invoiceId,
        String reason,
        @Happened("valueDate") LocalDate on,
        String settledBy) {

    public SettleDispute {
        Check.text("reason", reason, 400);
        Check.day("on", on);
        Check.actor("settledBy", settledBy);
    }
}
