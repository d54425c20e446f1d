package io.fairlead.app.process;

import io.fairlead.store.AppendRefused;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells faults that pass by themselves, such as a database that is restarting, from those that need a person. */
final class Passing {

    /** Connection, rollback, resources, not in the state, operator intervention. */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "55", "57");

    static boolean isPassing(Throwable thrown) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            var passes =
                    switch (cause) {
                        case AppendRefused refused -> refused.retryable();
                        case SQLTransientException _ -> true;
                        case SQLException sql -> isPassingState(sql.getSQLState());
                        case IOException _ -> true;
                        default -> false;
                    };
            if (passes) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPassingState(@Nullable String state) {
        return state != null && state.length() == 5 && CLASSES.contains(state.substring(0, 2));
    }

    private Passing() {}
}
