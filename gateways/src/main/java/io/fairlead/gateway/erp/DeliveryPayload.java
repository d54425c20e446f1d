package io.fairlead.gateway.erp;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a delivery carries. Built by processes from events; the gateway derives key, lane and order from it. */
public sealed interface DeliveryPayload permits CustomerData, ProjectData, RefundData, AccountBooking, DocumentPayload {

    DeliveryKind kind();

    /** The aggregate the delivery speaks of, for example an invoice's id. */
    String aggregateId();

    /** From 1; a changed customer, project or draft is delivered anew under the next version. */
    int version();

    /** Deliveries of one lane go out one after the other, in the order they were put in. */
    String lane();

    /** Lanes in which something must be confirmed before this may go out. */
    Set<String> needs();

    /** The reference the ERP keeps; one per document for all versions. */
    default String externalRef() {
        return aggregateId();
    }

    default @Nullable BigDecimal moneyAtStake() {
        return null;
    }

    default @Nullable String atStakeIn() {
        return null;
    }

    static String customerLane(String customerId) {
        return "customer/" + customerId;
    }

    static String projectLane(String projectId) {
        return "project/" + projectId;
    }

    static String documentLane(String documentId) {
        return "invoice/" + documentId; // Stored with each delivery, from when only invoices were sent.
    }
}
