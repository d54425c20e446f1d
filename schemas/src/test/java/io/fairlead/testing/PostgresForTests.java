package io.fairlead.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * The one PostgreSQL of all tests of a JVM; each fixture gets databases of its own. It starts when first asked for and ends with
 * the JVM. Whoever ends sessions or restarts PostgreSQL needs a server of his own.
 */
public final class PostgresForTests {

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final Set<String> TEMPLATES = new HashSet<>();

    /**
     * A database.
     *
     * @param url for JDBC, the user included
     * @param dataSource without a pool: a connection each time
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
                migration.accept(database(template).dataSource());
                TEMPLATES.add(template);
            }
            var name = kind + "_" + DATABASES.incrementAndGet();
            execute("create database " + name + " template " + template);
            return database(name);
        }
    }

    private static Database database(String name) {
        return new Database(
                Server.POSTGRES.getJdbcUrl("postgres", name), Server.POSTGRES.getDatabase("postgres", name));
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
