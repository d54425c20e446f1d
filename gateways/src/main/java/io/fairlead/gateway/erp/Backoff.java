package io.fairlead.gateway.erp;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Exponential waiting with full jitter: from 0 up to base times 2 per attempt, at most the cap. */
final class Backoff {

    private static final int DOUBLINGS_MAX = 20;

    private final Duration base;
    private final Duration cap;
    private final RandomGenerator random;

    Backoff(Duration base, Duration cap, RandomGenerator random) {
        this.base = base;
        this.cap = cap;
        this.random = random;
    }

    /** The wait after the given attempt, from 1. */
    Duration after(int attempt) {
        var doubled = base.multipliedBy(1L << Math.clamp(attempt - 1, 0, DOUBLINGS_MAX));
        var most = doubled.compareTo(cap) < 0 ? doubled : cap;
        synchronized (random) {
            return Duration.ofMillis(random.nextLong(most.toMillis() + 1));
        }
    }
}
