package io.fairlead.bench;

import io.fairlead.log.EventLog;
import io.fairlead.store.PostgresStore;
import io.fairlead.store.StoreLimits;
import io.fairlead.time.TimeEntryId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

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
            var other = peer == null ? null : CommandBench.door(peer);
            var warmUp = new Tail();
            warmUp.round(own, reader(ours.store.log()), plan.round());
            told.accept(compare(
                    "tail-same-jvm",
                    plan,
                    tail -> tail.round(own, reader(ours.store.log()), plan.round()),
                    other == null || peer == null
                            ? null
                            : tail -> tail.round(other, reader(peer.eventStore()), plan.round()),
                    () -> Machine.described(ours.pool())));
            told.accept(compare(
                    "tail-other-node",
                    plan,
                    tail -> tail.round(own, reader(otherNode.log()), plan.round()),
                    other == null || peerNode == null
                            ? null
                            : tail -> tail.round(other, reader(peerNode.eventStore()), plan.round()),
                    () -> Machine.described(ours.pool())));
        }
    }

    /** All rounds count: in one of 4 s the 99th percentile would be the machine's longest stall, if it took 40 ms. */
    private static Comparison compare(
            String name,
            BenchPlan plan,
            Consumer<Tail> ours,
            @Nullable Consumer<Tail> theirs,
            Supplier<Map<String, Object>> machine) {
        var own = new Tail();
        var peers = new Tail();
        var stalls = Stalls.watch();
        for (var round = 0; round < plan.rounds(); round++) {
            ours.accept(own);
            if (theirs != null) {
                theirs.accept(peers);
            }
        }
        var told = new LinkedHashMap<>(machine.get());
        told.putAll(stalls.end());
        return new Comparison(name, 1, own.measured(), theirs == null ? null : peers.measured(), told);
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

    /** Rounds of one side, added up. */
    private static final class Tail {

        private final Histogram nanos = new Histogram(3);
        private long elapsed;

        void round(CommandBench.Door door, Reader reader, Duration length) {
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
            elapsed += send(door, PER_SECOND * length.toSeconds(), acknowledged);
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
        }

        /** By the clock, however long each takes; returns how long it took. */
        private static long send(CommandBench.Door door, long count, Map<String, Long> acknowledged) {
            var begin = System.nanoTime();
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
            return System.nanoTime() - begin;
        }

        Measured measured() {
            return Measured.of(nanos, elapsed);
        }
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
