package io.fairlead.store;

import java.sql.SQLException;
import java.util.Set;

/** Tells trouble of the database, which passes, from a request that it would refuse again; for whoever tries again. */
public final class SqlTrouble {

    /** Connection, transaction, resources, operator (restart, time-out, terminated backend), system. */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "25", "40", "53", "55", "57", "58", "XX");

    /** Data, constraint, transaction rolled back. */
    private static final Set<String> REFUSALS = Set.of("22", "23", "40");

    private SqlTrouble() {}

    /** Whether the server itself answered no, so that nothing was committed and the connection is whole. */
    public static boolean isRefusal(SQLException failure) {
        var state = failure.getSQLState();
        return state != null && REFUSALS.contains(state.substring(0, Math.min(2, state.length())));
    }

    /** Whether the same request may well succeed a moment later. */
    public static boolean isPassing(Throwable failure) {
        if (!(failure instanceof SQLException sql)) {
            return false;
        }
        var state = sql.getSQLState();
        // No state: the pool or the driver has no connection to offer.
        return state == null || state.length() < 2 || PASSING_CLASSES.contains(state.substring(0, 2));
    }
}
