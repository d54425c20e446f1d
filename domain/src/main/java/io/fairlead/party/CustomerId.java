package io.fairlead.party;

import io.fairlead.shared.StreamKey;

/**
 * A customer, as stream key.
 *
 * @param value {@code customer:<key>}, see {@link StreamKey}
 */
public record CustomerId(String value) {

    /** Prefix of the stream key. */
    public static final String KIND = "customer";

    public CustomerId {
        StreamKey.require(KIND, value);
    }

    /** From the key alone, with or without its prefix. */
    public static CustomerId of(String key) {
        return new CustomerId(StreamKey.withKind(KIND, key));
    }

    @Override
    public String toString() {
        return value;
    }
}
