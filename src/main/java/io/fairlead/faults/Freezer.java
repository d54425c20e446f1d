package io.fairlead.faults;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/** Stops a node at the moment that hurts most: while its appender holds the lock of the log. */
final class Freezer {

    private static final int ATTEMPTS_MAX = 500;
    private static final Duration SETTLE = Duration.ofMillis(20);
    private static final Duration STEP = Duration.ofMillis(50);

    private static final String HOLDS = """
            select count(*) from pg_locks l join pg_stat_activity a using (pid)
            where l.locktype = 'advisory' and l.granted and a.application_name = ? and a.state like 'idle in transaction%'""";

    private final DataSource administrator;

    Freezer(DataSource administrator) {
        this.administrator = administrator;
    }

    /**
     * Stops the node inside its transaction, for as long as given, and lets it go on.
     *
     * @param name the node's name as the database knows it
     * @return the longest time that the log did not grow meanwhile, milliseconds; -1 when the node was never caught inside
     */
    long freeze(ChildJvm node, String name, Duration time) throws SQLException {
        for (var attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
            node.signal("STOP");
            LockSupport.parkNanos(SETTLE.toNanos());
            if (ask(HOLDS, name) > 0) {
                var stalled = watch(time);
                node.signal("CONT");
                return stalled;
            }
            node.signal("CONT");
            LockSupport.parkNanos(SETTLE.toNanos());
        }
        return -1;
    }

    private long watch(Duration time) throws SQLException {
        var begin = System.nanoTime();
        var grown = begin;
        var longest = 0L;
        var head = -1L;
        while (System.nanoTime() - begin < time.toNanos()) {
            var now = ask("select last_position from store.es_head where ? <> ''", "head");
            if (now != head) {
                head = now;
                grown = System.nanoTime();
            }
            longest = Math.max(longest, System.nanoTime() - grown);
            LockSupport.parkNanos(STEP.toNanos());
        }
        return Duration.ofNanos(longest).toMillis();
    }

    private long ask(String sql, String word) throws SQLException {
        try (var connection = administrator.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setString(1, word);
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
