package io.fairlead.app.quota;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.fairlead.access.Caller;
import io.fairlead.schema.Sha256;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.optimization.DelayParameters;
import io.github.bucket4j.distributed.proxy.optimization.OptimizationListener;
import io.github.bucket4j.distributed.proxy.optimization.delay.DelayOptimization;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts in PostgreSQL, so that all nodes count together. A call is counted in memory; what was counted is told to the database
 * once it is a hundredth of the quota or a quarter of a second old, so nodes may let through a hundredth of the quota each beyond
 * it. While the database is away each node counts for itself. Who is counted stands there as a hash.
 */
public final class SharedQuotas implements Quotas {

    private static final Logger LOG = LoggerFactory.getLogger(SharedQuotas.class);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration UNTOLD_MAX = Duration.ofMillis(250);
    private static final Duration ANSWER_MAX = Duration.ofSeconds(1);
    private static final Duration ALONE = Duration.ofSeconds(5);
    private static final int PARTS = 100;
    private static final int CALLERS_MAX = 10_000;
    private static final int EXPIRED_AT_ONCE = 1_000;

    private final QuotaSettings settings;
    private final TimeMeter clock;
    private final PostgreSQLSelectForUpdateBasedProxyManager<String> database;
    private final AutoCloseable connections;
    private final Cache<String, Buckets> known = Caffeine.newBuilder()
            .maximumSize(CALLERS_MAX)
            .expireAfterAccess(MINUTE.multipliedBy(10))
            .build();
    private final ScheduledExecutorService sweeper = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("fairlead-quotas").factory());

    private volatile long aloneUntilNanos;

    /** One caller's count: that of all nodes, and this node's own for when the database is away. */
    private record Buckets(Bucket shared, Bucket alone) {}

    private <D extends DataSource & AutoCloseable> SharedQuotas(
            QuotaSettings settings, D connections, TimeMeter clock) {
        this.settings = settings;
        this.clock = clock;
        this.connections = connections;
        this.database = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(connections)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("process.quota")
                .idColumn("id")
                .stateColumn("state")
                .expiresAtColumn("expires_at")
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(MINUTE))
                .requestTimeout(ANSWER_MAX)
                .clientClock(clock)
                .build();
        this.aloneUntilNanos = System.nanoTime();
        var _ = sweeper.scheduleWithFixedDelay(this::sweep, 1, 1, TimeUnit.MINUTES);
    }

    /**
     * Begins to count.
     *
     * @param connections few and impatient, of its own, so that no other work waits behind it; closed with this
     */
    public static <D extends DataSource & AutoCloseable> SharedQuotas of(QuotaSettings settings, D connections) {
        return new SharedQuotas(settings, connections, TimeMeter.SYSTEM_MILLISECONDS);
    }

    static <D extends DataSource & AutoCloseable> SharedQuotas at(
            QuotaSettings settings, D connections, TimeMeter clock) {
        return new SharedQuotas(settings, connections, clock);
    }

    @Override
    public OptionalLong perMinute(Caller caller) {
        return settings.perMinute(caller);
    }

    @Override
    public Optional<Standing> take(Caller caller, long calls) {
        var perMinute = perMinute(caller);
        return perMinute.isEmpty() ? Optional.empty() : Optional.of(take(caller, perMinute.getAsLong(), calls));
    }

    private Standing take(Caller caller, long perMinute, long calls) {
        // Another quota is another count: there is nothing to convert when a setting changes.
        var key = Sha256.hex((caller.client() + "\n" + caller.actor()).getBytes(StandardCharsets.UTF_8)) + "/"
                + perMinute;
        var buckets = known.get(key, _ -> buckets(key, perMinute));
        var probe = probe(buckets, calls);
        return new Standing(
                probe.isConsumed(),
                perMinute,
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.isConsumed() ? 0 : probe.getNanosToWaitForRefill()),
                Duration.ofNanos(probe.getNanosToWaitForReset()));
    }

    private ConsumptionProbe probe(Buckets buckets, long calls) {
        if (System.nanoTime() - aloneUntilNanos >= 0) {
            try {
                return buckets.shared().tryConsumeAndReturnRemaining(calls);
            } catch (RuntimeException away) {
                aloneUntilNanos = System.nanoTime() + ALONE.toNanos();
                LOG.warn("quotas are counted by this node alone, as the database does not answer: {}", away.toString());
            }
        }
        return buckets.alone().tryConsumeAndReturnRemaining(calls);
    }

    private Buckets buckets(String key, long perMinute) {
        var bandwidth = Bandwidth.builder()
                .capacity(perMinute)
                .refillGreedy(perMinute, MINUTE)
                .build();
        var untold = new DelayParameters(Math.max(1, perMinute / PARTS), UNTOLD_MAX);
        var shared = database.builder()
                .withOptimization(new DelayOptimization(untold, OptimizationListener.createDefault(), clock))
                .build(key, BucketConfiguration.builder().addLimit(bandwidth).build());
        var alone = Bucket.builder()
                .addLimit(bandwidth)
                .withCustomTimePrecision(clock)
                .build();
        return new Buckets(shared, alone);
    }

    private void sweep() {
        try {
            var _ = database.removeExpired(EXPIRED_AT_ONCE);
        } catch (RuntimeException away) {
            LOG.debug("old counts are removed later", away);
        }
    }

    @Override
    public void close() {
        sweeper.shutdownNow();
        try {
            connections.close();
        } catch (Exception e) {
            LOG.warn("connections of the quotas do not close", e);
        }
    }
}
