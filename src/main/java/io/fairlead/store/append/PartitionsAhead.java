package io.fairlead.store.append;

import io.fairlead.store.AppendRequest;
import java.sql.Connection;
import java.sql.SQLException;

/** Makes the leaves of es_event before they are needed, between two batches. Used by the writer's thread alone. */
final class PartitionsAhead {

    /** A batch may pass its event limit by one request's events. */
    private static final long BATCH_MAX = PendingBatch.EVENTS_MAX + AppendRequest.EVENTS_MAX;

    private long madeUpTo;
    private long size;
    private long reached;

    void reached(long position) {
        reached = position;
    }

    /** Makes the next leaf when the last one is half full, so that no batch ever waits for it. */
    void ensure(Connection connection) throws SQLException {
        if (madeUpTo != 0 && reached + size / 2 + BATCH_MAX < madeUpTo) {
            return;
        }
        try (var select = connection.createStatement()) {
            try (var rows =
                    select.executeQuery("select last_position, size from store.es_head, store.es_partitioning")) {
                rows.next();
                reached = rows.getLong(1);
                size = rows.getLong(2);
            }
            try (var rows =
                    select.executeQuery("select store.es_make_partitions(" + (reached + size / 2 + BATCH_MAX) + ")")) {
                rows.next();
                madeUpTo = rows.getLong(1);
            }
        }
        connection.commit();
    }
}
