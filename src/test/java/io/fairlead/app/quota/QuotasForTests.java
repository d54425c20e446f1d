package io.fairlead.app.quota;

import io.fairlead.access.Caller;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** Counts in memory, exactly; for tests of the door. */
public final class QuotasForTests implements Quotas {

    private final long perMinute;
    private final TimeMeter clock;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    private QuotasForTests(long perMinute, TimeMeter clock) {
        this.perMinute = perMinute;
        this.clock = clock;
    }

    public static Quotas perMinute(long calls, TimeMeter clock) {
        return new QuotasForTests(calls, clock);
    }

    @Override
    public OptionalLong perMinute(Caller caller) {
        return OptionalLong.of(perMinute);
    }

    @Override
    public Optional<Standing> take(Caller caller, long calls) {
        var probe = buckets.computeIfAbsent(caller.client(), _ -> bucket()).tryConsumeAndReturnRemaining(calls);
        return Optional.of(new Standing(
                probe.isConsumed(),
                perMinute,
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.isConsumed() ? 0 : probe.getNanosToWaitForRefill()),
                Duration.ofNanos(probe.getNanosToWaitForReset())));
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .withCustomTimePrecision(clock)
                .build();
    }
}
