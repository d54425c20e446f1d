package io.fairlead.projection;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** One PostgreSQL per test run; each caller gets a fresh, migrated database of its own. */
public final class TestDatabase {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String TEMPLATE = "migrated";

    private TestDatabase() {}

    private static final class Server {

        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                var server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .start();
                DSL.using(server.getPostgresDatabase(), org.jooq.SQLDialect.POSTGRES)
                        .execute("create database " + TEMPLATE);
                ProjectionDatabase.migrate(server.getDatabase("postgres", TEMPLATE));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A fresh database with tables and views. */
    public static DataSource fresh() {
        var name = "views" + COUNT.incrementAndGet();
        DSL.using(Server.POSTGRES.getPostgresDatabase(), org.jooq.SQLDialect.POSTGRES)
                .execute("create database " + name + " template " + TEMPLATE);
        return Server.POSTGRES.getDatabase("postgres", name);
    }

    /** The serving tables of a fresh database. */
    public static DSLContext freshTables() {
        return ProjectionDatabase.open(fresh());
    }
}
