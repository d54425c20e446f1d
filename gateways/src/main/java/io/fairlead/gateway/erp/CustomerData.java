package io.fairlead.gateway.erp;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A customer as the ERP is to keep it: created under the first version, changed under later ones. */
public record CustomerData(
        String customerId,
        int version,
        String name,
        String currency,
        @Nullable String taxId,
        @Nullable String country,
        boolean purchaseOrderRequired)
        implements DeliveryPayload {

    @Override
    public DeliveryKind kind() {
        return DeliveryKind.ENSURE_CUSTOMER;
    }

    @Override
    public String aggregateId() {
        return customerId;
    }

    @Override
    public String lane() {
        return DeliveryPayload.customerLane(customerId);
    }

    @Override
    public Set<String> needs() {
        return Set.of();
    }
}
