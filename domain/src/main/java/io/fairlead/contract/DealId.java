package io.fairlead.contract;

import io.fairlead.shared.StreamKey;

/**
 * A deal of the CRM, as stream key.
 *
 * @param value {@code deal:<key>}, see {@link StreamKey}
 */
public record DealId(String value) {

    /** Prefix of the stream key. */
    public static final String KIND = "deal";

    public DealId {
        StreamKey.require(KIND, value);
    }

    /** From the key alone, with or without its prefix. */
    public static DealId of(String key) {
        return new DealId(StreamKey.withKind(KIND, key));
    }

    @Override
    public String toString() {
        return value;
    }
}
