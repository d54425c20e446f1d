package io.fairlead.contract;

import io.fairlead.shared.StreamKey;

/**
 * A card of dated prices, as stream key.
 *
 * @param value {@code rate-card:<key>}, see {@link StreamKey}
 */
public record RateCardId(String value) {

    /** Prefix of the stream key. */
    public static final String KIND = "rate-card";

    public RateCardId {
        StreamKey.require(KIND, value);
    }

    /** From the key alone, with or without its prefix. */
    public static RateCardId of(String key) {
        return new RateCardId(StreamKey.withKind(KIND, key));
    }

    @Override
    public String toString() {
        return value;
    }
}
