package io.fairlead.projection;

import org.jooq.exception.DataAccessException;

/** Tells a fault of an event, which is parked, from a fault of the database, which is waited out. */
final class EventFaults {

    private EventFaults() {}

    /**
     * Data exceptions (22) and constraint violations (23) belong to the event, like anything a handler throws;
     * all other
     * SQL states (connection, deadlock, missing table, disk full) would hit every event alike.
     */
    static boolean ofTheEvent(RuntimeException e) {
        if (e instanceof DataAccessException sql) {
            var state = sql.sqlState();
            return state.startsWith("22") || state.startsWith("23");
        }
        return true;
    }

    static String reason(RuntimeException e) {
        var cause = e.getCause();
        var sentence = e instanceof DataAccessException && cause != null ? cause.getMessage() : e.getMessage();
        return e.getClass().getSimpleName() + ": " + sentence;
    }
}
