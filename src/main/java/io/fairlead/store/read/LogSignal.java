package io.fairlead.store.read;

import io.fairlead.schema.FailureText;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes readers when the log grows: at once within the process, by NOTIFY from other nodes, and by a slow poll should a
 * notification be lost. Keeps one connection for listening. Thread-safe.
 */
public final class LogSignal implements AutoCloseable {

    private static final int POLL_MILLIS = 250;
    private static final long NOTIFY_PAUSE_NANOS = 5_000_000;
    private static final Logger LOG = LoggerFactory.getLogger(LogSignal.class);

    private final DataSource dataSource;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private final Thread listener;
    private final Thread notifier;
    private long head;
    private long committedHere;
    private volatile boolean closed;

    public LogSignal(DataSource dataSource) {
        this.dataSource = dataSource;
        listener = Thread.ofPlatform().name("fairlead-log-listener").daemon().start(this::listen);
        notifier = Thread.ofPlatform().name("fairlead-log-notifier").daemon().start(this::notifyOthers);
    }

    /** After a commit of this node. */
    public void committed(long position) {
        lock.lock();
        try {
            committedHere = Math.max(committedHere, position);
            head = Math.max(head, position);
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void seen(long position) {
        lock.lock();
        try {
            if (position > head) {
                head = position;
                advanced.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    long awaitBeyond(long position, Duration timeout) {
        lock.lock();
        try {
            var left = timeout.toNanos();
            while (head <= position && left > 0 && !closed) {
                left = advanced.awaitNanos(left);
            }
            return head;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return head;
        } finally {
            lock.unlock();
        }
    }

    private void listen() {
        while (!closed) {
            try (var connection = dataSource.getConnection()) {
                connection.setAutoCommit(true);
                try (var statement = connection.createStatement()) {
                    statement.execute("listen fairlead_log");
                    follow(connection);
                    statement.execute("unlisten *");
                }
            } catch (SQLException e) {
                if (!closed) {
                    LOG.warn("listening for other nodes' events is interrupted: {}", FailureText.of(e));
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS));
                }
            }
        }
    }

    private void follow(Connection connection) throws SQLException {
        var notifications = connection.unwrap(PGConnection.class);
        seen(PostgresEventLog.head(connection));
        while (!closed) {
            var told = notifications.getNotifications(POLL_MILLIS);
            if (told == null || told.length == 0) {
                seen(PostgresEventLog.head(connection));
            } else {
                seen(Long.parseLong(told[told.length - 1].getParameter()));
            }
        }
    }

    private void notifyOthers() {
        var told = 0L;
        while (!closed) {
            var position = awaitCommitBeyond(told);
            if (position <= told) {
                continue;
            }
            // On a connection of its own: the global lock of NOTIFY must not be held by the writer's commit.
            try (var connection = dataSource.getConnection();
                    var statement = connection.prepareStatement("select pg_notify('fairlead_log', ?)")) {
                statement.setString(1, Long.toString(position));
                statement.execute();
                told = position;
            } catch (SQLException e) {
                told = position; // The others' slow poll finds it.
                LOG.debug("other nodes could not be notified: {}", e.getMessage());
            }
            LockSupport.parkNanos(NOTIFY_PAUSE_NANOS);
        }
    }

    private long awaitCommitBeyond(long told) {
        lock.lock();
        try {
            var left = TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS);
            while (committedHere <= told && left > 0) {
                left = advanced.awaitNanos(left);
            }
            return committedHere;
        } catch (InterruptedException _) {
            return told;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            listener.join(Duration.ofSeconds(5));
            notifier.join(Duration.ofSeconds(5));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
