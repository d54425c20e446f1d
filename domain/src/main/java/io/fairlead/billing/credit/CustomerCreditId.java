package io.fairlead.billing.credit;

import io.fairlead.shared.NameUuid;
import io.fairlead.shared.StreamKey;

/**
 * What one document owes to its customer, as stream key.
 *
 * @param value {@code customer-credit:<uuid>}, see {@link StreamKey}
 */
public record CustomerCreditId(String value) {

    /** Prefix of the stream key. */
    public static final String KIND = "customer-credit";

    public CustomerCreditId {
        StreamKey.require(KIND, value);
    }

    /**
     * The one of a document.
     *
     * @param documentId credit-note:<uuid>, or an invoice below 0
     */
    public static CustomerCreditId of(String documentId) {
        return new CustomerCreditId(
                StreamKey.withKind(KIND, NameUuid.of(KIND, documentId).toString()));
    }

    @Override
    public String toString() {
        return value;
    }
}
