package io.fairlead.app.lookup;

import io.fairlead.log.EventLog;
import io.fairlead.projection.ProjectionEngine;
import java.time.Duration;
import java.util.function.LongConsumer;

/** Waits for the views, for processes: one that looked things up in a view behind its event would decide on what was. */
public final class AwaitViews implements LongConsumer {

    /** How long each wait takes at most. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ProjectionEngine engine;
    private final EventLog log;

    public AwaitViews(ProjectionEngine engine, EventLog log) {
        this.engine = engine;
        this.log = log;
    }

    /**
     * Returns when the views have seen everything up to the position.
     *
     * @throws IllegalStateException when they have not within {@link #PATIENCE}
     */
    @Override
    public void accept(long position) {
        if (!engine.awaitPosition(position, PATIENCE)) {
            throw new IllegalStateException("the views have not reached position " + position + " within " + PATIENCE);
        }
    }

    /** Returns when the views have seen everything stored by now. */
    public void atHead() {
        accept(log.head());
    }
}
