package io.fairlead.app.parked;

import io.fairlead.app.web.Outage;
import io.fairlead.schema.FailureText;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks again and again, on a thread of its own. A store that is away is waited for without a word; any other trouble is told
 * once, until it is over.
 */
final class RepeatedLook implements AutoCloseable {

    static final Duration EVERY = Duration.ofSeconds(2);

    private static final System.Logger LOG = System.getLogger(RepeatedLook.class.getName());

    private final String name;
    private final String late;
    private final Runnable look;
    private @Nullable Thread thread;
    private volatile boolean running;
    private boolean troubled;

    /**
     * Does not look yet.
     *
     * @param name of its thread
     * @param late what comes late while the look fails, as the log tells it
     */
    RepeatedLook(String name, String late, Runnable look) {
        this.name = name;
        this.late = late;
        this.look = look;
    }

    /** Looks at once and then every {@link #EVERY}, until it is closed or may not any more; it may be started again. */
    synchronized void start(BooleanSupplier may) {
        running = true;
        thread = Thread.ofPlatform().name(name).daemon().start(() -> {
            while (running && may.getAsBoolean()) {
                once();
                LockSupport.parkNanos(EVERY.toNanos());
            }
        });
    }

    /** Returns when no look is under way any more. */
    @Override
    public synchronized void close() {
        running = false;
        var worker = thread;
        thread = null;
        if (worker != null) {
            LockSupport.unpark(worker);
            try {
                worker.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    void once() {
        try {
            look.run();
            troubled = false;
        } catch (RuntimeException e) {
            if (!troubled && !Outage.isBehind(e)) {
                LOG.log(Level.WARNING, "{0} are late: {1}", late, FailureText.of(e));
                troubled = true;
            }
        }
    }
}
