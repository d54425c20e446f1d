package io.fairlead.app.lease;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The two threads of a node's claims: one beats, also when called; the other watches the node's own clock. */
final class Heartbeat implements AutoCloseable {

    private static final Duration WATCH = Duration.ofMillis(200);
    private static final Duration END_MAX = Duration.ofSeconds(5);

    private final Duration heartbeat;
    private final Semaphore calls;
    private final List<Thread> threads;

    /** @param calls a permit asks for a heartbeat now */
    Heartbeat(Duration heartbeat, Semaphore calls, Runnable beat, Runnable watch) {
        this.heartbeat = heartbeat;
        this.calls = calls;
        this.threads = List.of(
                thread("claims-beat", () -> {
                    awaitCallOrTime();
                    beat.run();
                }),
                thread("claims-watch", () -> {
                    TimeUnit.MILLISECONDS.sleep(WATCH.toMillis());
                    watch.run();
                }));
        threads.forEach(Thread::start);
    }

    private interface Step {
        void run() throws InterruptedException;
    }

    /** Of the highest priority: a heartbeat that comes late costs all work of the node. */
    private static Thread thread(String name, Step step) {
        return Thread.ofPlatform()
                .name(name)
                .daemon()
                .priority(Thread.MAX_PRIORITY)
                .unstarted(() -> {
                    try {
                        while (!Thread.currentThread().isInterrupted()) {
                            step.run();
                        }
                    } catch (InterruptedException closed) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    private void awaitCallOrTime() throws InterruptedException {
        if (calls.tryAcquire(heartbeat.toMillis(), TimeUnit.MILLISECONDS)) {
            calls.drainPermits();
        }
    }

    /** Ends both; waits for a heartbeat under way. */
    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        try {
            for (var thread : threads) {
                thread.join(END_MAX);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
