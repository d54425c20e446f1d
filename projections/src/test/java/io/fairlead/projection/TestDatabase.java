package io.fairlead.projection;

import io.fairlead.testing.PostgresForTests;
import javax.sql.DataSource;
import org.jooq.DSLContext;

/** Databases of the read side: each caller gets a fresh, migrated one of its own. */
public final class TestDatabase {

    private TestDatabase() {}

    /** A fresh database with tables and views. */
    public static DataSource fresh() {
        return PostgresForTests.migrated("views", ProjectionDatabase::migrate).dataSource();
    }

    /** The serving tables of a fresh database. */
    public static DSLContext freshTables() {
        return ProjectionDatabase.open(fresh());
    }
}
