package io.fairlead.store;

import java.util.UUID;

/** Makes ids for events: UUIDv7, so that they sort by time of creation. */
public final class EventIds {

    private static final long VERSION_7 = 0x7000L;
    private static final long RANDOM_A = 0x0FFFL;

    private EventIds() {}

    /** A new UUIDv7 by the given time, milliseconds since 1970. */
    public static String at(long epochMillis) {
        var random = UUID.randomUUID();
        var high = (epochMillis << 16) | VERSION_7 | (random.getMostSignificantBits() >>> 48 & RANDOM_A);
        return new UUID(high, random.getLeastSignificantBits()).toString();
    }
}
