package io.fairlead.projection;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.MappedSchema;
import org.jooq.conf.RenderMapping;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultExecuteListenerProvider;

/** Makes the read side's schemas and opens them; the application and the engine start here. */
public final class ProjectionDatabase {

    /** Schema of the private tables. */
    public static final String SCHEMA = "projection";

    /** Schema of the views that people query. */
    public static final String BI_SCHEMA = "bi";

    private ProjectionDatabase() {}

    /** Access to the serving tables. */
    public static DSLContext open(DataSource database) {
        return open(database, SCHEMA);
    }

    /** Access to the same tables in another schema. */
    static DSLContext open(DataSource database, String schema) {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        var settings = new Settings().withExecuteLogging(false).withAttachRecords(false);
        if (!schema.equals(SCHEMA)) {
            settings.withRenderMapping(new RenderMapping()
                    .withSchemata(new MappedSchema().withInput(SCHEMA).withOutput(schema)));
        }
        return DSL.using(database, SQLDialect.POSTGRES, settings);
    }

    /** Access to the serving tables for those who may act for some companies only, and for all others; see {@link BoundReads}. */
    public static DSLContext openBounded(DataSource database) {
        var open = open(database).configuration();
        return DSL.using(open.derive(new BoundConnections(open.connectionProvider()))
                .derive(new DefaultExecuteListenerProvider(new BoundStatements())));
    }

    /**
     * Has the transaction find rows by their keys, each for itself. PostgreSQL plans by what it last counted: a plan for a
     * table that was small, or not counted yet, would read it whole for a few rows once it has grown.
     */
    public static void findByKey(DSLContext transaction) {
        transaction.execute("select set_config('enable_seqscan', 'off', true), "
                + "set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)");
    }

    /** Brings tables and views to this version's state. */
    public static void migrate(DataSource database) {
        migrateTables(database, SCHEMA);
        migrateViews(database, BI_SCHEMA, SCHEMA);
    }

    static void migrateTables(DataSource database, String schema) {
        Flyway.configure()
                .dataSource(database)
                .schemas(schema)
                .locations("classpath:db/projections")
                .load()
                .migrate();
    }

    /** @param tables schema that the views read */
    static void migrateViews(DataSource database, String schema, String tables) {
        Flyway.configure()
                .dataSource(database)
                .schemas(schema)
                .placeholders(Map.of("tables", tables, "bi", schema))
                .locations("classpath:db/bi")
                .load()
                .migrate();
    }
}
