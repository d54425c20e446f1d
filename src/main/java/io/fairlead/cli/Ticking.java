package io.fairlead.cli;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Shows that a single long call is still under way. */
final class Ticking implements AutoCloseable {

    private static final Duration TICK = Duration.ofMillis(500);

    private final Progress progress;
    private final ScheduledExecutorService ticks =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());

    private Ticking(Progress progress) {
        this.progress = progress;
    }

    /** @param total how many things the call takes, 0 when that is not known */
    static Ticking on(Output output, String what, long total) {
        var ticking = new Ticking(Progress.of(output, what, total));
        var _ = ticking.ticks.scheduleWithFixedDelay(
                () -> ticking.progress.at(0), TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
        return ticking;
    }

    @Override
    public void close() {
        ticks.shutdownNow();
    }
}
