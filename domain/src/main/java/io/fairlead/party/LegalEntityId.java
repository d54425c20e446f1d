package io.fairlead.party;

import io.fairlead.shared.StreamKey;

/**
 * A company of the firm, as stream key.
 *
 * @param value {@code legal-entity:<key>}, see {@link StreamKey}
 */
public record LegalEntityId(String value) {

    /** Prefix of the stream key. */
    public static final String KIND = "legal-entity";

    public LegalEntityId {
        StreamKey.require(KIND, value);
    }

    /** From the key alone, with or without its prefix. */
    public static LegalEntityId of(String key) {
        return new LegalEntityId(StreamKey.withKind(KIND, key));
    }

    @Override
    public String toString() {
        return value;
    }
}
