package io.fairlead.store.append;

import io.fairlead.store.append.BatchWriter.Prepared;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A batch on its way into the database, on a thread of its own.
 *
 * @param requests those of the batch
 * @param outcome completed with null, or with why it was refused or got no answer
 */
record BatchInFlight(
        List<PendingAppend> requests, Prepared prepared, CompletableFuture<@Nullable SQLException> outcome) {

    /** What the flight does. */
    interface Writing {
        void run() throws SQLException;
    }

    /** Begins it; whoever is parked is woken at its end. */
    static BatchInFlight begin(
            List<PendingAppend> requests, Prepared prepared, Writing writing, Executor executor, Thread parked) {
        var outcome = CompletableFuture.<@Nullable SQLException>supplyAsync(
                () -> {
                    try {
                        writing.run();
                        return null;
                    } catch (SQLException e) {
                        return e;
                    }
                },
                executor);
        var _ = outcome.whenComplete((_, _) -> LockSupport.unpark(parked));
        return new BatchInFlight(requests, prepared, outcome);
    }

    boolean isOver() {
        return outcome.isDone();
    }

    /** Waits for its end; null when it was written. */
    @Nullable
    SQLException failure() {
        return outcome.join();
    }
}
