package io.fairlead.store;

import org.jspecify.annotations.Nullable;

/** The database did not answer in time; whether the append happened is told by sending the same command key again. */
public final class StoreUnavailable extends AppendRefused {

    private static final long serialVersionUID = 1;

    public StoreUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public boolean retryable() {
        return true;
    }
}
