package io.fairlead.resource;

import io.fairlead.shared.StreamKey;

/**
 * What a company takes for the people that it lends, as stream key.
 *
 * @param value {@code transfer-rates:<key>}, see {@link StreamKey}
 */
public record TransferRatesId(String value) {

    /** Prefix of the stream key. */
    public static final String KIND = "transfer-rates";

    public TransferRatesId {
        StreamKey.require(KIND, value);
    }

    /** From the key alone, with or without its prefix. */
    public static TransferRatesId of(String key) {
        return new TransferRatesId(StreamKey.withKind(KIND, key));
    }

    @Override
    public String toString() {
        return value;
    }
}
