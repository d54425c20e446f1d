package io.fairlead.projection;

/**
 * A rebuild that somebody asked for; kept until it is done, so that another start of the program goes on with it.
 *
 * @param id UUID
 * @param view name of a projection, or {@link #ALL}
 * @param kind what to do
 * @param compare whether old and new rows are compared before the switch
 * @param state running, done or failed
 * @param generation the one that it makes or returns to
 * @param requestedBy issuer|subject
 * @param outcome what was found, as the application wrote it; empty while it runs
 */
public record RebuildRequest(
        String id,
        String view,
        Kind kind,
        boolean compare,
        State state,
        int generation,
        String requestedBy,
        String outcome) {

    /** Every view. */
    public static final String ALL = "all";

    /** What to do. */
    public enum Kind {
        /** Make a new generation and let it serve. */
        BUILD,
        /** Make one, compare, drop it. */
        DRY_RUN,
        /** Let the former one serve again. */
        ROLLBACK
    }

    /** How it stands. */
    public enum State {
        RUNNING,
        DONE,
        FAILED
    }
}
