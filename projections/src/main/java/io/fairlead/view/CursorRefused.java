package io.fairlead.view;

import org.jspecify.annotations.Nullable;

/** A cursor that no page has given. */
public final class CursorRefused extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    /** @param cause why it could not be read; null when its form alone tells */
    public CursorRefused(@Nullable Throwable cause) {
        super("cursor: is none of ours; use the one of the page before", cause);
    }
}
