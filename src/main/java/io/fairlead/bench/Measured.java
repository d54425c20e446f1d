package io.fairlead.bench;

import org.HdrHistogram.Histogram;

/**
 * What one side did in all its rounds.
 *
 * @param perSecond operations per second
 * @param p50Ms median of one operation's time, in milliseconds
 * @param p99Ms its 99th percentile, in milliseconds
 * @param operations how many there were
 */
public record Measured(double perSecond, double p50Ms, double p99Ms, long operations) {

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
