package io.fairlead.store;

/** The database refused this append and would refuse it again, for example an event that exists already. */
public final class AppendRejected extends AppendRefused {

    private static final long serialVersionUID = 1;

    public AppendRejected(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public boolean retryable() {
        return false;
    }
}
