package io.fairlead.resource;

import io.fairlead.shared.StreamKey;

/**
 * A calendar of days off, as stream key.
 *
 * @param value {@code holiday-calendar:<key>}, see {@link StreamKey}
 */
public record HolidayCalendarId(String value) {

    /** Prefix of the stream key. */
    public static final String KIND = "holiday-calendar";

    public HolidayCalendarId {
        StreamKey.require(KIND, value);
    }

    /** From the key alone, with or without its prefix. */
    public static HolidayCalendarId of(String key) {
        return new HolidayCalendarId(StreamKey.withKind(KIND, key));
    }

    @Override
    public String toString() {
        return value;
    }
}
