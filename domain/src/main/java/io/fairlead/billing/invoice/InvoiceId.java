package io.fairlead.billing.invoice;

import io.fairlead.shared.StreamKey;

/**
 * An invoice, as stream key.
 *
 * @param value {@code invoice:<key>}, see {@link StreamKey}
 */
public record InvoiceId(String value) {

    /** Prefix of the stream key. */
    public static final String KIND = "invoice";

    public InvoiceId {
        StreamKey.require(KIND, value);
    }

    /** From the key alone, with or without its prefix. */
    public static InvoiceId of(String key) {
        return new InvoiceId(StreamKey.withKind(KIND, key));
    }

    @Override
    public String toString() {
        return value;
    }
}
