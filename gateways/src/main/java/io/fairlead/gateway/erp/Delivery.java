package io.fairlead.gateway.erp;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the delivery table as its sender or listener sees it.
 *
 * @param attempts how often it was leased, this time included
 * @param epoch the lease it was taken under; a transition under an older one is refused
 */
public record Delivery(
        String target,
        UUID key,
        DeliveryPayload payload,
        DeliveryState state,
        @Nullable String outsideId,
        int attempts,
        int epoch) {

    public DeliveryKind kind() {
        return payload.kind();
    }

    public String externalRef() {
        return payload.externalRef();
    }
}
