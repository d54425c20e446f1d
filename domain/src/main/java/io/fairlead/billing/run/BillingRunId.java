package io.fairlead.billing.run;

import io.fairlead.shared.StreamKey;

/**
 * A billing run, as stream key.
 *
 * @param value {@code billing-run:<key>}, see {@link StreamKey}
 */
public record BillingRunId(String value) {

    /** Prefix of the stream key. */
    public static final String KIND = "billing-run";

    public BillingRunId {
        StreamKey.require(KIND, value);
    }

    /** From the key alone, with or without its prefix. */
    public static BillingRunId of(String key) {
        return new BillingRunId(StreamKey.withKind(KIND, key));
    }

    @Override
    public String toString() {
        return value;
    }
}
