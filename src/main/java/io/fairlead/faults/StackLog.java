package io.fairlead.faults;

import io.fairlead.launch.Addresses;
import io.fairlead.launch.DataFolder;
import io.fairlead.launch.Login;
import io.fairlead.store.PostgresStore;
import io.fairlead.store.StoreLimits;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The log of a running stack, read beside it.
 *
 * @param data folder of the stack
 */
record StackLog(DataFolder data) {

    private static final int PAGE = 5_000;
    private static final Duration BACK_WITHIN = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofMillis(100);

    /**
     * Waits for a database that was killed a moment ago: a command may end before it is back.
     *
     * @throws SQLException when it is not back after a minute
     */
    Connection connect() throws SQLException {
        var begin = System.nanoTime();
        while (true) {
            try {
                return DriverManager.getConnection(url());
            } catch (SQLException away) {
                if (System.nanoTime() - begin > BACK_WITHIN.toNanos()) {
                    throw away;
                }
                LockSupport.parkNanos(LOOK.toNanos());
            }
        }
    }

    /** Position of the last event. */
    long head() {
        try (var connection = connect()) {
            return head(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the database is away", e);
        }
    }

    /** Position of the last event, on a connection that is open. */
    static long head(Connection connection) {
        try (var select = connection.createStatement();
                var row = select.executeQuery("select coalesce(max(position), 0) from store.es_event")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the head cannot be read", e);
        }
    }

    /** How many events there are after a position, by simple name. */
    Map<String, Long> countsSince(long position) {
        var _ = head(); // The store itself does not wait.
        var database = new PGSimpleDataSource();
        database.setUrl(url());
        var counts = new TreeMap<String, Long>();
        try (var store = new PostgresStore(database, InstantSource.system(), StoreLimits.DEFAULT)) {
            var log = store.log();
            for (var page = log.after(position, PAGE);
                    !page.isEmpty();
                    page = log.after(page.getLast().position(), PAGE)) {
                page.forEach(event ->
                        counts.merge(event.type().substring(event.type().lastIndexOf('.') + 1), 1L, Long::sum));
            }
        }
        return counts;
    }

    private String url() {
        var addresses =
                Addresses.read(data).orElseThrow(() -> new IllegalStateException("no stack runs on " + data.root()));
        return Login.APPLICATION.url(addresses.databaseUrl(), data);
    }
}
