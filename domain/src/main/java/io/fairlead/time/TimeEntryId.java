package io.fairlead.time;

import io.fairlead.shared.StreamKey;

/**
 * One entry of worked time, as stream key.
 *
 * @param value {@code time-entry:<key>}, see {@link StreamKey}
 */
public record TimeEntryId(String value) {

    /** Prefix of the stream key. */
    public static final String KIND = "time-entry";

    public TimeEntryId {
        StreamKey.require(KIND, value);
    }

    /** From the key alone, with or without its prefix. */
    public static TimeEntryId of(String key) {
        return new TimeEntryId(StreamKey.withKind(KIND, key));
    }

    @Override
    public String toString() {
        return value;
    }
}
