package io.fairlead.projection;

/** A rebuild cannot begin; the message says why and what helps. Told to the operator. */
public final class RebuildRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String code;

    RebuildRefused(String code, String message) {
        super(message);
        this.code = code;
    }

    /** Stable name of the reason. */
    public String code() {
        return code;
    }
}
