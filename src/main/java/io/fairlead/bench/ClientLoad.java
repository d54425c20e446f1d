package io.fairlead.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Runs a number of clients against a subject for a while, again and again, and adds the rounds up. */
final class ClientLoad {

    private final Histogram nanos = new ConcurrentHistogram(3);
    private long elapsed;

    /** What a client asks before each operation, and tells after it. */
    final class Go {

        private final long end;

        private Go(long end) {
            this.end = end;
        }

        boolean on() {
            return System.nanoTime() < end;
        }

        void took(long startNanos) {
            nanos.recordValue(System.nanoTime() - startNanos);
        }
    }

    /** One round: all clients at once, each on a virtual thread. */
    void round(Subject subject, int clients, Duration length) {
        var begin = System.nanoTime();
        var go = new Go(begin + length.toNanos());
        var running = new ArrayList<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var client = 0; client < clients; client++) {
                var number = client;
                running.add(threads.submit(() -> {
                    subject.client(number, go);
                    return null;
                }));
            }
        }
        elapsed += System.nanoTime() - begin;
        for (var client : running) {
            try {
                client.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("a client failed: " + e.getCause(), e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
    }

    Measured measured() {
        return Measured.of(nanos, elapsed);
    }
}
