package io.fairlead.bench;

import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * What one side did in all its rounds.
 *
 * @param perSecond operations per second
 * @param p50Ms median of one operation's time, in milliseconds; null where only the rate counts
 * @param p99Ms its 99th percentile, in milliseconds; null where only the rate counts
 * @param operations how many there were
 */
public record Measured(
        double perSecond, @Nullable Double p50Ms, @Nullable Double p99Ms, long operations) {

    static Measured rate(long operations, long elapsedNanos) {
        return new Measured(rounded(operations * 1e9 / Math.max(1, elapsedNanos), 1), null, null, operations);
    }

    static Measured of(Histogram nanos, long elapsedNanos) {
        return new Measured(
                rounded(nanos.getTotalCount() * 1e9 / Math.max(1, elapsedNanos), 1),
                rounded(nanos.getValueAtPercentile(50) / 1e6, 3),
                rounded(nanos.getValueAtPercentile(99) / 1e6, 3),
                nanos.getTotalCount());
    }

    static double rounded(double value, int digits) {
        var factor = Math.pow(10, digits);
        return Math.round(value * factor) / factor;
    }
}
