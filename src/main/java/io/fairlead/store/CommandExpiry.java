package io.fairlead.store;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets the command keys of clients after 90 days, in the background and in small pieces, between which appends come in. Every
 * node does so; they leave each other's pieces alone. Keys of processes stay.
 */
public final class CommandExpiry implements AutoCloseable {

    static final int ROWS_AT_ONCE = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(CommandExpiry.class);
    private static final Duration BETWEEN_ROUNDS = Duration.ofHours(1);
    private static final Duration BETWEEN_PIECES = Duration.ofMillis(100);
    private static final Duration FIRST = Duration.ofMinutes(1); // A start has other things to do.

    private final CommandLog commands;
    private final InstantSource clock;
    private final CountDownLatch end = new CountDownLatch(1);

    /** Begins a minute from now. */
    public CommandExpiry(CommandLog commands, InstantSource clock) {
        this.commands = commands;
        this.clock = clock;
        Thread.ofVirtual().name("fairlead-command-expiry").start(this::rounds);
    }

    private void rounds() {
        var wait = FIRST;
        while (!endsWithin(wait)) {
            wait = BETWEEN_ROUNDS;
            try {
                round();
            } catch (RuntimeException failed) {
                LOG.warn("Old command keys are kept for another hour: {}", failed.toString());
            }
        }
    }

    private void round() {
        long gone = 0;
        int piece;
        do {
            piece = commands.forget(clock.instant(), ROWS_AT_ONCE);
            gone += piece;
        } while (piece == ROWS_AT_ONCE && !endsWithin(BETWEEN_PIECES));
        if (gone > 0) {
            LOG.info("Forgot {} command keys of clients that are older than 90 days", gone);
        }
    }

    private boolean endsWithin(Duration time) {
        try {
            return end.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        end.countDown();
    }
}
