package io.fairlead.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The appender's own connection: made when first needed, thrown away after any trouble. Not thread-safe. */
public final class WriterConnection {

    /** Held through a transaction, so that position order is commit order. */
    public static final String LOCK = "select pg_advisory_xact_lock(7382904251)";

    // A frozen writer is ended by the database. The plans are pinned to index look-ups, since a plan made while the
    // tables
    // were small would scan them when they are large.
    private static final String SETTINGS = """
            set statement_timeout = '5s'; set idle_in_transaction_session_timeout = '5s'; set lock_timeout = '5s';
            set synchronous_commit = on; set plan_cache_mode = force_generic_plan; set enable_seqscan = off;
            set enable_hashjoin = off; set enable_mergejoin = off; set enable_bitmapscan = off; set jit = off""";

    private final DataSource dataSource;
    private @Nullable Connection connection;

    public WriterConnection(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public Connection open() throws SQLException {
        if (connection != null) {
            return connection;
        }
        var fresh = dataSource.getConnection();
        try {
            fresh.setAutoCommit(true);
            try (var statement = fresh.createStatement()) {
                statement.execute(SETTINGS);
            }
            fresh.setAutoCommit(false);
        } catch (SQLException e) {
            discard(fresh);
            throw e;
        }
        connection = fresh;
        return fresh;
    }

    /** Back to transactions of the connection's own; nothing happens on a connection that is gone. */
    public void endAutoCommit() {
        try {
            if (connection != null && !connection.isClosed()) {
                connection.setAutoCommit(false);
            }
        } catch (SQLException _) {
            discard();
        }
    }

    /** Ends the transaction without effect; a connection that cannot even do that is thrown away. */
    public void rollback() {
        if (connection == null) {
            return;
        }
        try {
            connection.rollback();
        } catch (SQLException _) {
            discard();
        }
    }

    /** Back to its pool, with the pool's settings; for an orderly end. */
    public void release() {
        if (connection == null) {
            return;
        }
        try (var open = connection;
                var statement = open.createStatement()) {
            open.rollback();
            open.setAutoCommit(true);
            statement.execute("reset all");
            connection = null;
        } catch (SQLException _) {
            discard();
        }
    }

    public void discard() {
        if (connection != null) {
            discard(connection);
            connection = null;
        }
    }

    /** Aborted, not closed: a pool must not hand out a connection with the writer's settings. */
    private static void discard(Connection broken) {
        try {
            broken.abort(Runnable::run);
        } catch (SQLException _) {
            // It is gone already.
        }
        try {
            broken.close();
        } catch (SQLException _) {
            // It is gone already.
        }
    }
}
