package io.fairlead.project;

import io.fairlead.shared.StreamKey;

/**
 * A project, as stream key.
 *
 * @param value {@code project:<key>}, see {@link StreamKey}
 */
public record ProjectId(String value) {

    /** Prefix of the stream key. */
    public static final String KIND = "project";

    public ProjectId {
        StreamKey.require(KIND, value);
    }

    /** From the key alone, with or without its prefix. */
    public static ProjectId of(String key) {
        return new ProjectId(StreamKey.withKind(KIND, key));
    }

    @Override
    public String toString() {
        return value;
    }
}
