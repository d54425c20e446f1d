package io.fairlead.projection;

import org.jspecify.annotations.Nullable;

/**
 * How the engine does; read by the application's health checks and by operators.
 *
 * @param state what it is doing
 * @param position the last event that all projections have folded or parked
 * @param lag positions between it and the log's head
 * @param parkedEvents events that wait because one of their stream could not be folded
 * @param failure why it cannot go on at the moment; null when it can
 */
public record ProjectionHealth(
        State state,
        long position,
        long lag,
        int parkedEvents,
        @Nullable String failure) {

    /** What the engine is doing. */
    public enum State {
        STOPPED,
        RUNNING,
        /** A view has parked so many streams that a person must look first. */
        PAUSED,
        FAILING
    }

    static ProjectionHealth of(
            @Nullable RuntimeException failure, boolean running, long position, long lag, int parkedEvents) {
        var state =
                switch (failure) {
                    case null -> running ? State.RUNNING : State.STOPPED;
                    case ViewParkFull _ -> State.PAUSED;
                    default -> State.FAILING;
                };
        var reason = failure == null ? null : String.valueOf(failure.getMessage());
        return new ProjectionHealth(state, position, Math.max(0, lag), parkedEvents, reason);
    }
}
