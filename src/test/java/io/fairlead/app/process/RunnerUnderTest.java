package io.fairlead.app.process;

import static io.fairlead.store.StoreUnderTest.NOON;

import io.fairlead.app.lease.Lease;
import io.fairlead.log.StoredEvent;
import io.fairlead.schema.EventCodec;
import io.fairlead.store.AppendRequest;
import io.fairlead.store.StoreUnderTest;
import io.fairlead.testing.ProcessTables;
import io.fairlead.time.event.TimeRejected;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real store with streams of rejections, and a process over it whose fault a test can mend. */
public final class RunnerUnderTest implements AutoCloseable {

    public static final String GROUP = "process-under-test";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    public final StoreUnderTest log = new StoreUnderTest();
    public final ProcessTables tables = new ProcessTables();
    public final EventCodec codec = new EventCodec(log.store.log());
    public final JdbcClient jdbc = JdbcClient.create(tables.pool);
    final ProcessStore store = new ProcessStore(jdbc);
    public final ParkOrders orders = new ParkOrders(jdbc);
    public final Reacting process = new Reacting();

    /** Notes what it reacted to, stream by stream; stumbles over one stream until it is mended. */
    @ProcessingGroup(GROUP)
    @DisallowReplay
    public static final class Reacting {

        public final Map<String, List<Integer>> seen = new ConcurrentHashMap<>();
        final Map<String, Long> nanos = new ConcurrentHashMap<>();
        public volatile String poison = "";
        volatile Runnable before = () -> {};

        @EventHandler
        void react(TimeRejected event) {
            before.run();
            var stream = event.getTimeEntryId();
            if (stream.equals(poison)) {
                throw new IllegalArgumentException("planted: cannot react to " + stream);
            }
            seen.computeIfAbsent(stream, _ -> new ArrayList<>()).add(event.getVersion());
            nanos.put(stream, System.nanoTime());
        }
    }

    public ProcessRunner runner() {
        return runner(10_000);
    }

    ProcessRunner runner(int parkedSequencesMax) {
        return new ProcessRunner(process, log.store.log(), codec, store, orders, _ -> {}, parkedSequencesMax);
    }

    public static Lease tenure(long epoch) {
        return Lease.alone(GROUP, epoch);
    }

    public static String stream(int number) {
        return "time-entry:" + number;
    }

    /** Appends the next event of a stream, by its number from 1. */
    public void append(String stream, int version) {
        var event = TimeRejected.newBuilder()
                .setTimeEntryId(stream)
                .setVersion(version)
                .setRejectedBy("local|ann")
                .setReason("told")
                .setRejectedAt(NOON)
                .build();
        var _ = log.store
                .appender()
                .append(new AppendRequest(
                        stream, "TimeEntry", version - 1L, List.of(StoreUnderTest.event(event)), null));
    }

    /** Appends one event to each stream, side by side. */
    public void appendToAll(Collection<String> streams, int version) throws InterruptedException {
        var done = new CountDownLatch(streams.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            streams.forEach(stream -> threads.execute(() -> {
                append(stream, version);
                done.countDown();
            }));
        }
        done.await();
    }

    StoredEvent event(String stream) {
        return log.store.log().stream(stream, 0).getFirst();
    }

    public long parked() {
        return jdbc.sql("select count(*) from process.parked").query(Long.class).single();
    }

    public boolean reachesHead() {
        long head = log.store.log().head();
        return until(() -> store.position(GROUP) >= head);
    }

    /** Looks again and again; the condition comes true by the work of other threads. */
    public static boolean until(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(2_000_000);
        }
        return true;
    }

    @Override
    public void close() {
        log.close();
        tables.close();
    }
}
