package io.fairlead.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * The one PostgreSQL of all tests of a JVM; each fixture gets databases of its own. It starts when first asked for and ends with
 * the JVM. Whoever ends sessions or restarts PostgreSQL needs a server of his own.
 */
public final class PostgresForTests {

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final int MOST_CONNECTIONS = 40;
    private static final int POOLS_KEPT = 8;
    private static final Deque<HikariDataSource> YOUNGEST = new ArrayDeque<>();
    private static final Duration SHORTEST_IDLE = Duration.ofSeconds(10);
    private static final ScheduledExecutorService HOUSEKEEPING = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());
    private static final Set<String> TEMPLATES = new HashSet<>();

    /**
     * A database.
     *
     * @param url for JDBC, the user included
     * @param dataSource a pool; it keeps connections while the database is one of the last few that were made
     */
    public record Database(String url, DataSource dataSource) {}

    private static final class Server {

        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL for the tests does not start", e);
            }
        }
    }

    private PostgresForTests() {}

    /** A database without tables. */
    public static Database empty(String kind) {
        var name = kind + "_" + DATABASES.incrementAndGet();
        execute("create database " + name);
        return database(name);
    }

    /**
     * A copy of the database that a migration makes once.
     *
     * @param kind names the template; the same kind means the same migration
     */
    public static Database migrated(String kind, Consumer<DataSource> migration) {
        var template = kind + "_template";
        synchronized (TEMPLATES) {
            if (!TEMPLATES.contains(template)) {
                execute("create database " + template);
                // Without a pool: a template that somebody is connected to is not copied.
                migration.accept(Server.POSTGRES.getDatabase("postgres", template));
                TEMPLATES.add(template);
            }
            var name = kind + "_" + DATABASES.incrementAndGet();
            execute("create database " + name + " template " + template);
            return database(name);
        }
    }

    private static Database database(String name) {
        var url = Server.POSTGRES.getJdbcUrl("postgres", name);
        return new Database(url, pool(url, name));
    }

    /** Lets the pools of former databases give their idle connections back, since a run makes hundreds. */
    private static synchronized void retire(HikariDataSource youngest) {
        YOUNGEST.addLast(youngest);
        if (YOUNGEST.size() > POOLS_KEPT) {
            YOUNGEST.removeFirst().getHikariPoolMXBean().softEvictConnections();
        }
    }

    private static DataSource pool(String url, String name) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setPoolName(name);
        config.setMinimumIdle(0);
        config.setMaximumPoolSize(MOST_CONNECTIONS);
        config.setIdleTimeout(SHORTEST_IDLE.toMillis());
        config.setScheduledExecutor(HOUSEKEEPING);
        var pool = new HikariDataSource(config);
        retire(pool);
        return pool;
    }

    private static void execute(String sql) {
        try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
