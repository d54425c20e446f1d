package io.fairlead.bench;

import io.fairlead.projection.ProjectionDatabase;
import io.fairlead.projection.ProjectionEngine;
import io.fairlead.projection.RebuildRequest;
import io.fairlead.projection.ViewRebuilds;
import io.fairlead.schema.EventCodec;
import io.fairlead.store.EventIds;
import io.fairlead.view.Projections;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.apache.avro.specific.SpecificRecord;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.GenericMessage;

/**
 * The rebuild of all views beside the serving ones, from the first event to the switch, as {@code fairlead rebuild --all} does
 * it; the peer is Axon's pooled streaming processor as it comes.
 */
public final class RebuildBench {

    private static final int BLOCK = 2_000;
    private static final int BLOCKS_A_MONTH = 4;
    private static final int FILLERS = 256;
    private static final int THREADS = 2;
    private static final int PAGE_EVENTS = 2_000;

    private RebuildBench() {}

    /**
     * Runs it on a PostgreSQL of its own.
     *
     * @param folder where that is made for the time of the run
     * @param events about how many the log gets, 7,000 or more
     * @param filled told how many are stored by now
     * @param told each round as soon as it is measured
     */
    public static void run(Path folder, int events, BenchPlan plan, LongConsumer filled, Consumer<Comparison> told)
            throws InterruptedException {
        if (events < 1_000 * WorkHistory.EVENTS_AN_ENTRY) {
            throw new IllegalArgumentException("events must be 7000 or more: " + events);
        }
        try (var database = new BenchDatabase(folder);
                var ours = new OwnSide(database);
                var peer = plan.peer() ? new PeerProcessor(database, plan.round()) : null) {
            ProjectionDatabase.migrate(ours.pool());
            fill(ours, events / WorkHistory.EVENTS_AN_ENTRY, filled);
            var log = ours.store.log();
            var codec = new EventCodec(log);
            var tables = ProjectionDatabase.open(ours.pool());
            try (var serving = new ProjectionEngine(log, codec, tables, Projections::all, THREADS, PAGE_EVENTS)) {
                serving.catchUp(Long.MAX_VALUE);
                var rebuilds = new ViewRebuilds(log, codec, ours.pool(), Projections::all, THREADS);
                for (var round = 0; round < plan.rounds(); round++) {
                    var own = rebuild(rebuilds);
                    var other = peer == null ? null : peer.measured();
                    told.accept(new Comparison("rebuild", THREADS, own, other, Machine.described(ours.pool())));
                }
            }
        }
    }

    private static Measured rebuild(ViewRebuilds rebuilds) {
        var begin = System.nanoTime();
        var request = rebuilds.begin(
                UUID.randomUUID().toString(), RebuildRequest.ALL, RebuildRequest.Kind.BUILD, false, "local|bench");
        var report = rebuilds.run(request).orElseThrow(() -> new IllegalStateException("another node rebuilds"));
        rebuilds.finish(request, RebuildRequest.State.DONE, "");
        return Measured.rate(report.position(), System.nanoTime() - begin);
    }

    /** Week after week: recorded, submitted, approved, priced and costed; each month's work is billed at its end. */
    private static void fill(OwnSide side, int entries, LongConsumer filled) throws InterruptedException {
        var stored = new AtomicLong();
        for (var event : WorkHistory.directories()) {
            var stream = (String) event.get(0);
            append(side, stream, 0, event);
        }
        var blocks = Math.ceilDiv(entries, BLOCK);
        for (var block = 0; block < blocks; block++) {
            for (var step = 0; step <= 4; step++) {
                wave(side, block, step, entries, stored, filled);
            }
            if (block % BLOCKS_A_MONTH == BLOCKS_A_MONTH - 1) {
                for (var step = 5; step < WorkHistory.EVENTS_AN_ENTRY; step++) {
                    for (var earlier = block - BLOCKS_A_MONTH + 1; earlier <= block; earlier++) {
                        wave(side, earlier, step, entries, stored, filled);
                    }
                }
            }
        }
    }

    private static void wave(OwnSide side, int block, int step, int entries, AtomicLong stored, LongConsumer filled)
            throws InterruptedException {
        var end = Math.min(entries, (block + 1) * BLOCK);
        var work = new ArrayList<Callable<Object>>();
        for (var filler = 0; filler < FILLERS; filler++) {
            var first = block * BLOCK + filler;
            work.add(() -> {
                for (var entry = first; entry < end; entry += FILLERS) {
                    append(side, entry, step);
                    filled.accept(stored.incrementAndGet());
                }
                return first;
            });
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Object> done : threads.invokeAll(work)) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the log could not be filled: " + e.getCause(), e.getCause());
        }
    }

    private static void append(OwnSide side, int entry, int step) {
        var event = WorkHistory.event(entry, step);
        if (step == 4) {
            append(side, (String) event.get(0), 0, event); // The labour cost's own stream.
        } else {
            append(side, WorkHistory.stream(entry), step < 4 ? step : step - 1, event);
        }
    }

    static void append(OwnSide side, String stream, long sequence, SpecificRecord event) {
        var id = EventIds.at(System.currentTimeMillis());
        side.engine.appendEvents(List.of(new GenericDomainEventMessage<>(
                typeOf(stream),
                stream,
                sequence,
                new GenericMessage<>(id, event, BenchEvents.metadata(id)),
                Instant::now)));
    }

    /** {@code TimeEntry} of {@code time-entry:1}. */
    private static String typeOf(String stream) {
        var type = new StringBuilder();
        for (var word : stream.substring(0, stream.indexOf(':')).split("-", -1)) {
            type.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return type.toString();
    }
}
