package io.fairlead.bench;

import io.fairlead.log.EventLog;
import io.fairlead.store.PostgresStore;
import io.fairlead.store.StoreLimits;
import io.fairlead.time.TimeEntryId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** From the acknowledged commit of a command to the handler that reads its event, in the same process and on another node. */
public final class TailBench {

    private static final int PER_SECOND = 1_000;
    private static final Duration POLL = Duration.ofMillis(200);

    private TailBench() {}

    /** Follows the log and tells the aggregate of each event, until it is told to end. */
    private interface Reader {
        void follow(Consumer<String> handled, Running running) throws Exception;
    }

    private static final class Running {
        private final CountDownLatch placed = new CountDownLatch(1);
        private volatile boolean on = true;

        /** The reader knows from where it reads: what is stored from now on is its own. */
        void isPlaced() {
            placed.countDown();
        }
    }

    /**
     * Runs it on a PostgreSQL of its own.
     *
     * @param folder where that is made for the time of the run
     * @param told each line as soon as it is measured
     */
    public static void run(Path folder, BenchPlan plan, Consumer<Comparison> told) {
        try (var database = new BenchDatabase(folder);
                var ours = new OwnSide(database);
                var otherPool = database.pool("other-node");
                var otherNode = new PostgresStore(otherPool, InstantSource.system(), StoreLimits.DEFAULT);
                var peer = plan.peer() ? new AxonJdbcSide(database, BenchEvents.schemas()) : null;
                var peerNode = plan.peer() ? new AxonJdbcSide(database, BenchEvents.schemas()) : null) {
            CommandBench.Door own = CommandBench.door(ours);
            measure(own, reader(ours.store.log()), plan.round()); // Warm-up, not told.
            var other = peer == null ? null : CommandBench.door(peer);
            var sameProcess = peer == null ? null : reader(peer.eventStore());
            var elsewhere = peerNode == null ? null : reader(peerNode.eventStore());
            told.accept(new Comparison(
                    "tail-same-jvm",
                    1,
                    measure(own, reader(ours.store.log()), plan.round()),
                    other == null || sameProcess == null ? null : measure(other, sameProcess, plan.round()),
                    Machine.told(ours.pool())));
            told.accept(new Comparison(
                    "tail-other-node",
                    1,
                    measure(own, reader(otherNode.log()), plan.round()),
                    other == null || elsewhere == null ? null : measure(other, elsewhere, plan.round()),
                    Machine.told(ours.pool())));
        }
    }

    private static Reader reader(EventLog log) {
        return (handled, running) -> {
            var position = log.head();
            running.isPlaced();
            while (running.on) {
                for (var event : log.after(position, PER_SECOND)) {
                    handled.accept(event.aggregateId());
                    position = event.position();
                }
                log.awaitBeyond(position, POLL);
            }
        };
    }

    private static Reader reader(EventStore store) {
        return (handled, running) -> {
            try (var stream = store.openStream(store.createHeadToken())) {
                running.isPlaced();
                while (running.on) {
                    if (stream.hasNextAvailable((int) POLL.toMillis(), TimeUnit.MILLISECONDS)
                            && stream.nextAvailable() instanceof DomainEventMessage<?> event) {
                        handled.accept(event.getAggregateIdentifier());
                    }
                }
            }
        };
    }

    private static Measured measure(CommandBench.Door door, Reader reader, Duration length) {
        Histogram nanos = new ConcurrentHistogram(3);
        Map<String, Long> acknowledged = new ConcurrentHashMap<>();
        Map<String, Long> handled = new ConcurrentHashMap<>();
        var running = new Running();
        var follower = Thread.ofPlatform().name("bench-tail").start(() -> {
            try {
                reader.follow(id -> handled.put(id, System.nanoTime()), running);
            } catch (Exception e) {
                throw new IllegalStateException("the reader failed", e);
            }
        });
        await(running.placed);
        var begin = System.nanoTime();
        var count = PER_SECOND * length.toSeconds();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0L; i < count; i++) {
                var due = begin + i * 1_000_000_000L / PER_SECOND;
                LockSupport.parkNanos(due - System.nanoTime());
                threads.execute(() -> {
                    var id = TimeEntryId.of(UUID.randomUUID().toString());
                    door.send(CommandBench.record(id), id.value());
                    acknowledged.put(id.value(), System.nanoTime());
                });
            }
        }
        var elapsed = System.nanoTime() - begin;
        awaitAll(handled, acknowledged.size());
        running.on = false;
        join(follower);
        acknowledged.forEach((id, since) -> {
            var seen = handled.get(id);
            if (seen == null) {
                throw new IllegalStateException("the reader never saw " + id);
            }
            nanos.recordValue(Math.max(0, seen - since));
        });
        return Measured.of(nanos, elapsed);
    }

    private static void awaitAll(Map<String, Long> handled, int count) {
        var patience = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (handled.size() < count && System.nanoTime() < patience) {
            LockSupport.parkNanos(POLL.toNanos() / 10);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
