package io.fairlead.contract;

import io.fairlead.shared.Check;
import io.fairlead.shared.Happened;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Note the customer's purchase order. The same number again with another amount moves its limit.
 *
 * @param contractId its key
 * @param poNumber the customer's number
 * @param receivedOn day of receipt
 * @param amount most that may be billed against it, net of tax, >= 0; null means no limit
 */
public record ReceivePurchaseOrder(
        @TargetAggregateIdentifier ContractId contractId,
        String poNumber,
        @Happened LocalDate receivedOn,
        @Nullable BigDecimal amount) {

    public ReceivePurchaseOrder {
        Check.text("poNumber", poNumber, 100);
        Check.day("receivedOn", receivedOn);
        amount = amount == null ? null : Check.notNegative("amount", amount);
    }
}
