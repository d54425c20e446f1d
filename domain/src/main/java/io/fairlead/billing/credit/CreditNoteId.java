package io.fairlead.billing.credit;

import io.fairlead.shared.StreamKey;

/**
 * A credit note, as stream key.
 *
 * @param value {@code credit-note:<key>}, see {@link StreamKey}
 */
public record CreditNoteId(String value) {

    /** Prefix of the stream key. */
    public static final String KIND = "credit-note";

    public CreditNoteId {
        StreamKey.require(KIND, value);
    }

    /** From the key alone, with or without its prefix. */
    public static CreditNoteId of(String key) {
        return new CreditNoteId(StreamKey.withKind(KIND, key));
    }

    /** Whether a document's id is one of a credit note. */
    public static boolean isOne(String documentId) {
        return documentId.startsWith(KIND + ":");
    }

    @Override
    public String toString() {
        return value;
    }
}
