package io.fairlead.store;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes ids for events: UUIDv7, so that they sort by time of creation. Ids are no secrets: after a start that is drawn by a
 * cryptographic generator they follow SplitMix64, which hardly repeats and costs no lock.
 */
public final class EventIds {

    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
    private static final AtomicLong STATE = new AtomicLong(new SecureRandom().nextLong());
    private static final long NODE = new SecureRandom().nextLong();

    private static final long VERSION_7 = 0x7000L;
    private static final long RANDOM_A = 0x0FFFL;
    private static final long VARIANT_2 = 0x8000_0000_0000_0000L;
    private static final long VARIANT_MASK = 0x3FFF_FFFF_FFFF_FFFFL;

    private EventIds() {}

    /** A new UUIDv7 by the given time, milliseconds since 1970. */
    public static String at(long epochMillis) {
        var number = STATE.getAndAdd(GOLDEN_GAMMA);
        var low = mixed(number);
        var high = (epochMillis << 16) | VERSION_7 | (mixed(number ^ NODE) & RANDOM_A);
        return new UUID(high, low & VARIANT_MASK | VARIANT_2).toString();
    }

    private static long mixed(long number) {
        var z = (number ^ (number >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
