package io.fairlead.billing.cash;

import io.fairlead.party.CustomerId;
import io.fairlead.party.LegalEntityId;
import io.fairlead.shared.Check;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Say whose money it is.
 *
 * @param receiptId the money
 * @param legalEntityId whose account it arrived on
 * @param customerId who paid
 * @param assignedBy issuer|subject
 */
public record AssignReceipt(
        @TargetAggregateIdentifier ReceiptId receiptId,
        LegalEntityId legalEntityId,
        CustomerId customerId,
        String assignedBy) {

    public AssignReceipt {
        Check.actor("assignedBy", assignedBy);
    }
}
