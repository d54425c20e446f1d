package io.fairlead.app.web;

/** The store did not take a command; read by {@link Refusal}, which tells the client what to do. */
public final class NotTaken extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Why. */
    public enum Reason {
        /** The key was accepted with another body. */
        KEY_REUSED,
        /** Others changed the same thing first, again and again. */
        CONFLICT,
        /** Too much waits, or the database does not answer: later. */
        UNAVAILABLE,
        /** The store would refuse it again. */
        REJECTED
    }

    private final Reason reason;

    public NotTaken(Reason reason, Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
