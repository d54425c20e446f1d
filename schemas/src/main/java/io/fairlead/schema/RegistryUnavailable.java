package io.fairlead.schema;

import org.jspecify.annotations.Nullable;

/** The registry gave no usable answer, also not on repeat; the caller waits and asks again, it never skips. */
public final class RegistryUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    public RegistryUnavailable(String request, String reason, @Nullable Throwable cause) {
        super(request + ": registry not available: " + reason, cause);
    }
}
