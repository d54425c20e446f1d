package io.fairlead.store;

import org.jspecify.annotations.Nullable;

/** Why an append did not happen, or may not have happened; each reason has its own type. */
public abstract sealed class AppendRefused extends RuntimeException
        permits VersionConflict, CommandRepeated, CommandKeyReused, StoreOverloaded, StoreUnavailable, AppendRejected {

    private static final long serialVersionUID = 1;

    AppendRefused(String message, @Nullable Throwable cause) {
        super(message, cause, false, true);
    }

    /** Whether the same request, with the same command key, may succeed later. */
    public abstract boolean retryable();
}
