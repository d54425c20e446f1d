package io.fairlead.store.read;

import io.fairlead.log.StoredEvent;
import io.fairlead.store.StoreUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Loads streams for commands, as commits are grouped: a few reads are under way at a time, and all that is asked for meanwhile
 * is read by the next one together. Alone, a command waits for nobody; among hundreds it costs a row of a statement. Whatever is
 * answered was read after it was asked for. Thread-safe.
 */
final class GroupedLoads {

    private static final int READS_MAX = 4;
    private static final int GROUP_MAX = 256;

    /** Longer streams have a saved state and are read by it, each by its own caller. */
    private static final int EVENTS_MAX = 64;

    private final StreamReader streams;
    private final Semaphore reads = new Semaphore(READS_MAX);
    private final Queue<Wanted> waiting = new ConcurrentLinkedQueue<>();

    /** @param answer all its events; null when they are too many, or none */
    private record Wanted(String stream, CompletableFuture<@Nullable List<StoredEvent>> answer) {}

    GroupedLoads(StreamReader streams) {
        this.streams = streams;
    }

    /** See {@link PostgresEventLog#load}. */
    Loaded load(String stream, String revision) {
        if (waiting.isEmpty() && reads.tryAcquire()) {
            try {
                return streams.load(stream, revision);
            } finally {
                reads.release();
                readOn();
            }
        }
        var wanted = new Wanted(stream, new CompletableFuture<>());
        waiting.add(wanted);
        readOn();
        var events = answer(wanted);
        return events == null ? streams.load(stream, revision) : new Loaded(null, events);
    }

    private static @Nullable List<StoredEvent> answer(Wanted wanted) {
        try {
            return wanted.answer().join();
        } catch (CompletionException e) {
            // Its own exception for each caller: they add what they know to it.
            throw e.getCause() instanceof StoreUnavailable away
                    ? new StoreUnavailable(String.valueOf(away.getMessage()), away)
                    : e;
        }
    }

    /** How many are not being read yet. */
    int waiting() {
        return waiting.size();
    }

    private void readOn() {
        if (!waiting.isEmpty() && reads.tryAcquire()) {
            Thread.startVirtualThread(() -> {
                try {
                    readGroup();
                } finally {
                    reads.release();
                    readOn();
                }
            });
        }
    }

    private void readGroup() {
        var group = new ArrayList<Wanted>();
        while (group.size() < GROUP_MAX && waiting.poll() instanceof Wanted wanted) {
            group.add(wanted);
        }
        try {
            Map<String, List<StoredEvent>> found = streams.shortStreams(
                    group.stream().map(Wanted::stream).distinct().toList(), EVENTS_MAX);
            group.forEach(wanted -> wanted.answer().complete(found.get(wanted.stream())));
        } catch (Throwable e) {
            group.forEach(wanted -> wanted.answer().completeExceptionally(e));
        }
    }
}
