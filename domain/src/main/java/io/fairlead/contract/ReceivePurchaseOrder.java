package io.fairlead.contract;

import io.fairlead.shared.Check;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Note the customer's purchase order.
 *
 * @param contractId its key
 * @param poNumber the customer's number
 * @param receivedOn day of receipt
 */
public record ReceivePurchaseOrder(
        @TargetAggregateIdentifier ContractId contractId, String poNumber, LocalDate receivedOn) {

    public ReceivePurchaseOrder {
        Check.text("poNumber", poNumber, 100);
        Check.day("receivedOn", receivedOn);
    }
}
