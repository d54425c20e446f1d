package io.fairlead.resource;

import io.fairlead.shared.StreamKey;

/**
 * A person who works for the firm, as stream key.
 *
 * @param value {@code person:<key>}, see {@link StreamKey}
 */
public record PersonId(String value) {

    /** Prefix of the stream key. */
    public static final String KIND = "person";

    public PersonId {
        StreamKey.require(KIND, value);
    }

    /** From the key alone, with or without its prefix. */
    public static PersonId of(String key) {
        return new PersonId(StreamKey.withKind(KIND, key));
    }

    @Override
    public String toString() {
        return value;
    }
}
