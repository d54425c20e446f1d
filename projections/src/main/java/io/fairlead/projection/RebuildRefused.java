package io.fairlead.projection;

/** A rebuild cannot begin; the message says why and what helps. Told to the operator. */
public final class RebuildRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    RebuildRefused(String message) {
        super(message);
    }
}
