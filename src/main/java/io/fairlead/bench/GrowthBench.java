package io.fairlead.bench;

import io.fairlead.log.StoredEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/**
 * A store of many events beside one of few, on the same PostgreSQL and in turn: appends of one event by 64 clients, and loads of
 * whole streams. In the output ours is the large one and the peer is the small one, so a ratio of 1 means that size costs nothing.
 */
public final class GrowthBench {

    private static final int SMALL = 100_000;
    private static final int EVENTS_A_STREAM = 20;
    private static final int FILLERS = 16;

    private GrowthBench() {}

    /**
     * Runs it on a PostgreSQL of its own.
     *
     * @param events how many the large store gets, 100,000 or more
     * @param filled told how many are stored by now
     */
    public static void run(Path folder, long events, BenchPlan plan, LongConsumer filled, Consumer<Comparison> told) {
        if (events < SMALL) {
            throw new IllegalArgumentException("events must be 100000 or more: " + events);
        }
        try (var database = new BenchDatabase(folder);
                var small = new OwnSide(database, "small");
                var large = new OwnSide(database, "large")) {
            var smallStreams = fill(small, SMALL, _ -> {});
            var largeStreams = fill(large, events, filled);
            small.settle();
            large.settle();
            plan.run(
                    "growth-append",
                    (_, go) -> appends(large, go),
                    (_, go) -> appends(small, go),
                    () -> Machine.described(large.pool()),
                    told);
            plan.run(
                    "growth-load",
                    (_, go) -> loads(large, largeStreams, go),
                    (_, go) -> loads(small, smallStreams, go),
                    () -> Machine.described(large.pool()),
                    told);
        }
    }

    private static void appends(OwnSide side, ClientLoad.Go go) {
        while (go.on()) {
            var event = BenchEvents.recorded(BenchEvents.newStream());
            var start = System.nanoTime();
            side.engine.appendEvents(List.of(event));
            go.took(start);
        }
    }

    private static void loads(OwnSide side, List<String> streams, ClientLoad.Go go) {
        var random = ThreadLocalRandom.current();
        while (go.on()) {
            var stream = streams.get(random.nextInt(streams.size()));
            var start = System.nanoTime();
            List<StoredEvent> loaded = side.store.log().stream(stream, 0);
            go.took(start);
            if (loaded.size() != EVENTS_A_STREAM) {
                throw new IllegalStateException(stream + " has " + loaded.size() + " events");
            }
        }
    }

    /** Whole streams at a time, and a sample of their names. */
    private static List<String> fill(OwnSide side, long events, LongConsumer filled) {
        var sample = new ArrayList<String>();
        var left = new AtomicLong(events / EVENTS_A_STREAM);
        var keepEvery = Math.max(1, left.get() / 50_000);
        var fillers = new ArrayList<Thread>();
        for (var i = 0; i < FILLERS; i++) {
            fillers.add(Thread.ofVirtual().start(() -> {
                for (var number = left.decrementAndGet(); number >= 0; number = left.decrementAndGet()) {
                    var stream = BenchEvents.newStream();
                    side.engine.appendEvents(stream(stream));
                    if (number % keepEvery == 0) {
                        synchronized (sample) {
                            sample.add(stream);
                        }
                    }
                    filled.accept(events - number * EVENTS_A_STREAM);
                }
            }));
        }
        for (var filler : fillers) {
            try {
                filler.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
        return sample;
    }

    private static List<DomainEventMessage<?>> stream(String stream) {
        var events = new ArrayList<DomainEventMessage<?>>(EVENTS_A_STREAM);
        for (var sequence = 0; sequence < EVENTS_A_STREAM; sequence++) {
            var event = BenchEvents.recorded(stream);
            events.add(new GenericDomainEventMessage<>(event.getType(), stream, sequence, event, event::getTimestamp));
        }
        return events;
    }
}
