package io.fairlead.gateway.erp;

import io.fairlead.schema.FailureText;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Repeats a step on a thread of its own: at once while it finds work, else after the poll interval or when woken. */
final class Loop implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Loop.class.getName());

    private static final Duration CLOSE_MAX = Duration.ofSeconds(30);

    /** One round of work. */
    interface Step {

        /** Returns whether there may be more to do at once. */
        boolean run() throws InterruptedException;
    }

    private final Duration poll;
    private final Step step;
    private final Thread thread;
    private final Semaphore calls = new Semaphore(0);
    private volatile boolean closed;
    private volatile @Nullable String trouble;

    Loop(String name, Duration poll, Step step) {
        this.poll = poll;
        this.step = step;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    void wakeup() {
        if (calls.availablePermits() == 0) {
            calls.release();
        }
    }

    /** Why the last round failed; null when it did not. */
    @Nullable
    String trouble() {
        return trouble;
    }

    private void run() {
        while (!closed) {
            try {
                if (!once()) {
                    await();
                }
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private boolean once() throws InterruptedException {
        try {
            boolean more = step.run();
            trouble = null;
            return more;
        } catch (RuntimeException e) {
            trouble = FailureText.of(e);
            LOG.log(Level.WARNING, thread.getName() + " failed and goes on after " + poll, e);
            return false;
        }
    }

    private void await() throws InterruptedException {
        if (calls.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS)) {
            calls.drainPermits();
        }
    }

    @Override
    public void close() {
        closed = true;
        // No interrupt: on a virtual thread it would break the database connection in use.
        calls.release();
        try {
            if (thread.getState() != Thread.State.NEW && !thread.join(CLOSE_MAX)) {
                LOG.log(Level.WARNING, "{0} did not end within {1}", thread.getName(), CLOSE_MAX);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
