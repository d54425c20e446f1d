package io.fairlead.billing.cash;

import io.fairlead.shared.Check;
import io.fairlead.shared.Happened;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Take money back from an invoice: it is on account again.
 *
 * @param receiptId the money
 * @param applicationId key of the application
 * @param on day it counts for; a day before that of the application means that of the application
 * @param cause REFUSED or BY_HAND
 * @param reason why, at most 400 characters
 * @param unappliedBy issuer|subject
 */
public record UnapplyReceipt(
        @TargetAggregateIdentifier ReceiptId receiptId,
        String applicationId,
        @Happened("valueDate") LocalDate on,
        Unapplication cause,
        String reason,
        String unappliedBy) {

    public UnapplyReceipt {
        Check.day("on", on);
        Check.text("reason", reason, 400);
        Check.actor("unappliedBy", unappliedBy);
    }
}
