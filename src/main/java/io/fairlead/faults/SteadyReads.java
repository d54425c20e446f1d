package io.fairlead.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** People who read while something else goes on: a few at once, a little pause after each answer. Thread-safe. */
final class SteadyReads implements AutoCloseable {

    private static final int READERS = 4;
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpRequest request;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Duration> times = new ArrayList<>();
    private long failed;

    private SteadyReads(URI address) {
        this.request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
    }

    /** Begins to read that path, and goes on until it is closed. */
    static SteadyReads of(String base, String path) {
        var reads = new SteadyReads(URI.create(base + path));
        for (int i = 0; i < READERS; i++) {
            var _ = reads.readers.submit(reads::read);
        }
        return reads;
    }

    private void read() {
        try {
            do {
                var begin = System.nanoTime();
                boolean isRead = isAnswered();
                add(Duration.ofNanos(System.nanoTime() - begin), isRead);
            } while (!end.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isAnswered() throws InterruptedException {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    private synchronized void add(Duration time, boolean isRead) {
        times.add(time);
        failed += isRead ? 0 : 1;
    }

    synchronized long count() {
        return times.size();
    }

    synchronized long failed() {
        return failed;
    }

    synchronized long answered() {
        return times.size() - failed;
    }

    /** How long so many of a hundred took at most; whoever got no answer counts with what he waited. */
    synchronized Duration percentile(int percent) {
        var sorted = times.stream().sorted().toList();
        int place = (int) Math.ceilDiv((long) sorted.size() * percent, 100);
        return sorted.isEmpty() ? Duration.ZERO : sorted.get(Math.max(0, place - 1));
    }

    @Override
    public void close() {
        end.countDown();
        readers.close();
        client.close();
    }
}
