package io.fairlead.schema;

import org.jspecify.annotations.Nullable;

/** Stored bytes that today's code cannot read; the reader parks the event, it never skips it. */
public final class UnreadableEvent extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UnreadableEvent(String type, String reason, @Nullable Throwable cause) {
        super(type + ": " + reason, cause);
    }
}
