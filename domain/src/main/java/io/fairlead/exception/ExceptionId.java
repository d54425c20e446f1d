package io.fairlead.exception;

import io.fairlead.shared.StreamKey;

/**
 * A work item, as stream key.
 *
 * @param value {@code exception:<key>}, see {@link StreamKey}
 */
public record ExceptionId(String value) {

    /** Prefix of the stream key. */
    public static final String KIND = "exception";

    public ExceptionId {
        StreamKey.require(KIND, value);
    }

    /** From the key alone, with or without its prefix. */
    public static ExceptionId of(String key) {
        return new ExceptionId(StreamKey.withKind(KIND, key));
    }

    @Override
    public String toString() {
        return value;
    }
}
