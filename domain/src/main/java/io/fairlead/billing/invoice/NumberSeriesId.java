package io.fairlead.billing.invoice;

import io.fairlead.shared.StreamKey;

/**
 * A gapless series of document numbers, as stream key.
 *
 * @param value {@code number-series:<key>}, see {@link StreamKey}
 */
public record NumberSeriesId(String value) {

    /** Prefix of the stream key. */
    public static final String KIND = "number-series";

    public NumberSeriesId {
        StreamKey.require(KIND, value);
    }

    /** From the key alone, with or without its prefix. */
    public static NumberSeriesId of(String key) {
        return new NumberSeriesId(StreamKey.withKind(KIND, key));
    }

    @Override
    public String toString() {
        return value;
    }
}
