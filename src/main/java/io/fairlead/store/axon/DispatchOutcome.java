package io.fairlead.store.axon;

import org.jspecify.annotations.Nullable;

/**
 * What became of an accepted command.
 *
 * @param repeated true when it was accepted before, and nothing happened now
 * @param firstPosition of its first event; 0 when it changed nothing
 * @param lastPosition of its last event; 0 when it changed nothing
 * @param result what the handler returned; null for a repeat
 */
public record DispatchOutcome(
        boolean repeated,
        long firstPosition,
        long lastPosition,
        @Nullable Object result) {}
