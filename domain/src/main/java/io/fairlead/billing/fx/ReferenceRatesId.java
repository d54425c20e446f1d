package io.fairlead.billing.fx;

import io.fairlead.shared.StreamKey;

/**
 * The dated exchange rates of a pair of currencies, as stream key.
 *
 * @param value {@code reference-rates:<base>-<quote>}, see {@link StreamKey}
 */
public record ReferenceRatesId(String value) {

    /** Prefix of the stream key. */
    public static final String KIND = "reference-rates";

    public ReferenceRatesId {
        StreamKey.require(KIND, value);
    }

    /** Of a pair, both ISO 4217. */
    public static ReferenceRatesId of(String base, String quote) {
        return new ReferenceRatesId(StreamKey.withKind(KIND, base + "-" + quote));
    }

    @Override
    public String toString() {
        return value;
    }
}
