package io.fairlead.projection;

import static io.fairlead.projection.db.Tables.FOLLOWED_VIEW;
import static io.fairlead.projection.db.Tables.PARKED_EVENT;
import static io.fairlead.projection.db.Tables.SEGMENT;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * A schema that holds one make of some views: their tables, made by the serving ones' own scripts, and how far they
 * have come. Its secondary indexes come last, since a table fills faster without. While it fills nothing of it is written to
 * PostgreSQL's log: what a crash of PostgreSQL empties is made from our own log again.
 */
final class GenerationSchema {

    private static final Set<String> ENGINE_TABLES =
            Set.of(SEGMENT.getName(), FOLLOWED_VIEW.getName(), PARKED_EVENT.getName());

    private static final String COLUMNS = """
            select array_agg(table_name || '.' || column_name || ' ' || data_type || ' ' || ordinal_position
                order by table_name, ordinal_position)
            from information_schema.columns where table_schema = ? and table_name = any(?)""";

    private static final String SECONDARY_INDEXES = """
            select indexname from pg_indexes
            where schemaname = ? and indexname not in (
                select conname from pg_constraint where connamespace = ?::regnamespace) and tablename = any(?)""";

    private static final String MISSING_INDEXES = """
            select s.indexdef from pg_indexes s
            where s.schemaname = ? and s.tablename = any(?) and not exists (
                select from pg_indexes g where g.schemaname = ? and g.indexname = s.indexname)""";

    private final DataSource database;
    private final DSLContext serving;
    private final String name;
    private final Set<String> tables;

    /** @param folds whose tables it holds */
    GenerationSchema(DataSource database, String name, List<? extends Projection> folds) {
        this.database = database;
        this.serving = ProjectionDatabase.open(database);
        this.name = name;
        this.tables = new TreeSet<>();
        folds.forEach(
                fold -> fold.tables().forEach(table -> tables.add(table.table().getName())));
    }

    /** The name of a view's generation, say {@code unbilled_work_g2}. */
    static String nameOf(String view, int generation) {
        return view.replace('-', '_') + "_g" + generation;
    }

    String name() {
        return name;
    }

    Set<String> tables() {
        return tables;
    }

    DSLContext open() {
        return ProjectionDatabase.open(database, name);
    }

    /** Makes it, unless it is there already, complete and with the columns of this version. */
    void make() {
        if (isReady()) {
            return;
        }
        drop();
        ProjectionDatabase.migrateTables(database, name);
        serving.transaction(tx -> {
            var db = tx.dsl();
            for (var table : tablesThere(db)) {
                if (!tables.contains(table) && !ENGINE_TABLES.contains(table)) {
                    db.dropTable(DSL.name(name, table)).execute();
                }
            }
            for (var index : db.fetch(SECONDARY_INDEXES, name, quoted(), tables.toArray(String[]::new))
                    .into(String.class)) {
                db.execute("drop index {0}", DSL.name(name, index));
            }
            alterAll(db, "unlogged");
        });
    }

    /** From here on a crash of PostgreSQL takes nothing of it; done before it serves. All or nothing, rows and positions. */
    void keep() {
        serving.transaction(tx -> alterAll(tx.dsl(), "logged"));
    }

    private void alterAll(DSLContext db, String persistence) {
        for (var table : tablesThere(db)) {
            db.execute("alter table {0} set " + persistence, DSL.name(name, table));
        }
    }

    /**
     * Scripts that ran only halfway have left their history, or more tables than ours; a crash of PostgreSQL before
     * {@link #keep} has left no row, not even a position.
     */
    boolean isReady() {
        return tablesThere(serving).size() == tables.size() + ENGINE_TABLES.size()
                && hasServingColumns()
                && open().fetchExists(SEGMENT);
    }

    /** Another version of the program may have made it with other columns. */
    private boolean hasServingColumns() {
        return columns(name).equals(columns(ProjectionDatabase.SCHEMA));
    }

    private List<String> columns(String schema) {
        var columns = serving.fetchSingle(COLUMNS, schema, tables.toArray(String[]::new))
                .get(0, String[].class);
        return columns == null ? List.of() : List.of(columns);
    }

    private List<String> tablesThere(DSLContext db) {
        return db.fetch("select tablename from pg_tables where schemaname = ?", name)
                .into(String.class);
    }

    private String quoted() {
        return '"' + name + '"';
    }

    /** Adds the secondary indexes that the serving tables have. */
    void addIndexes() {
        var from = ProjectionDatabase.SCHEMA;
        for (var definition : serving.fetch(MISSING_INDEXES, from, tables.toArray(String[]::new), name)
                .into(String.class)) {
            serving.execute(definition.replace(" ON " + from + ".", " ON " + quoted() + "."));
        }
        serving.transaction(tx -> {
            // A small sample will do until autovacuum takes a whole one, which costs as much as copying a hundred
            // thousand rows.
            tx.dsl().execute("set local default_statistics_target = 10");
            for (var table : tables) {
                tx.dsl().execute("analyze {0}", DSL.table(DSL.name(name, table)));
            }
        });
    }

    void drop() {
        serving.dropSchemaIfExists(DSL.name(name)).cascade().execute();
    }
}
