package io.fairlead.billing.item;

import io.fairlead.shared.StreamKey;

/**
 * Something other than time that is billed, as stream key.
 *
 * @param value {@code billing-item:<key>}, see {@link StreamKey}
 */
public record BillingItemId(String value) {

    /** Prefix of the stream key. */
    public static final String KIND = "billing-item";

    public BillingItemId {
        StreamKey.require(KIND, value);
    }

    /** From the key alone, with or without its prefix. */
    public static BillingItemId of(String key) {
        return new BillingItemId(StreamKey.withKind(KIND, key));
    }

    @Override
    public String toString() {
        return value;
    }
}
