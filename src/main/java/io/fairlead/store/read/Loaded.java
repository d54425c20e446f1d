package io.fairlead.store.read;

import io.fairlead.log.StoredEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stream as one statement reads it: a saved state and what came after.
 *
 * @param state null when there is none of the shape asked for
 * @param later events after the state, or all
 */
public record Loaded(@Nullable State state, List<StoredEvent> later) {

    /**
     * A saved state.
     *
     * @param sequence of the last event in it
     * @param payload as stored
     */
    public record State(long sequence, byte[] payload) {}
}
