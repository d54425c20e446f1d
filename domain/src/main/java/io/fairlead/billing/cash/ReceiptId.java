package io.fairlead.billing.cash;

import io.fairlead.shared.NameUuid;
import io.fairlead.shared.StreamKey;

/**
 * Money that arrived, as stream key.
 *
 * @param value {@code receipt:<key>}, see {@link StreamKey}
 */
public record ReceiptId(String value) {

    /** Prefix of the stream key. */
    public static final String KIND = "receipt";

    public ReceiptId {
        StreamKey.require(KIND, value);
    }

    /** From the key alone, with or without its prefix. */
    public static ReceiptId of(String key) {
        return new ReceiptId(StreamKey.withKind(KIND, key));
    }

    /** Of money whose key nobody chose. */
    public static ReceiptId of(String source, String sourceId) {
        return of(NameUuid.of(KIND, source, sourceId).toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
