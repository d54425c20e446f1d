package io.fairlead.bench;

import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * How late the machine wakes a thread that does nothing: what it adds to every short wait, whatever is measured beside it. On a
 * quiet machine this stays well below a millisecond.
 */
final class Stalls {

    private static final long SLEEP_NANOS = 1_000_000;

    private final Histogram late = new Histogram(3);
    private final Thread sleeper;
    private volatile boolean on = true;

    private Stalls() {
        sleeper = Thread.ofPlatform().name("bench-stalls").daemon().start(this::sleep);
    }

    static Stalls watch() {
        return new Stalls();
    }

    private void sleep() {
        while (on) {
            var start = System.nanoTime();
            LockSupport.parkNanos(SLEEP_NANOS);
            late.recordValue(Math.max(0, System.nanoTime() - start - SLEEP_NANOS));
        }
    }

    /** Ends it: the 99th percentile and the longest, in milliseconds. */
    Map<String, Object> end() {
        on = false;
        try {
            sleeper.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Map.of();
        }
        return Map.of(
                "stall_p99_ms", Measured.rounded(late.getValueAtPercentile(99) / 1e6, 3),
                "stall_max_ms", Measured.rounded(late.getMaxValue() / 1e6, 3));
    }
}
