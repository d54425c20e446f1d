package io.fairlead.billing.cash;

import io.fairlead.billing.event.PaymentApplied;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Note on money what it paid before receipts had parts.
 *
 * @param receiptId the money
 * @param applied as the invoice told it
 */
public record NotePayment(@TargetAggregateIdentifier ReceiptId receiptId, PaymentApplied applied) {

    /** Key of the one application that such money has. */
    public static final String APPLICATION = "payment";
}
