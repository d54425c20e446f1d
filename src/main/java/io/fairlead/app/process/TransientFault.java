package io.fairlead.app.process;

import io.fairlead.store.AppendRefused;
import io.fairlead.store.SqlTrouble;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import org.jspecify.annotations.Nullable;

/** Tells faults that pass by themselves, such as a database that is restarting, from those that need a person. */
final class TransientFault {

    static boolean isPassing(Throwable thrown) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            var passes =
                    switch (cause) {
                        case AppendRefused refused -> refused.retryable();
                        case SQLTransientException _ -> true;
                        case SQLException sql -> SqlTrouble.isPassing(sql);
                        case IOException _ -> true;
                        default -> false;
                    };
            if (passes) {
                return true;
            }
        }
        return false;
    }

    private TransientFault() {}
}
