package io.fairlead.projection;

import static io.fairlead.projection.db.Tables.FOLLOWED_VIEW;
import static io.fairlead.projection.db.Tables.PARKED_EVENT;
import static io.fairlead.projection.db.Tables.SEGMENT;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * A schema that holds one make of some views: their tables, copies of the serving ones' shape, and how far they have come. Its
 * secondary indexes come last, since a table fills faster without.
 */
final class GenerationSchema {

    private static final Set<String> ENGINE_TABLES =
            Set.of(SEGMENT.getName(), FOLLOWED_VIEW.getName(), PARKED_EVENT.getName());

    private static final String COLUMNS = """
            select array_agg(table_name || '.' || column_name || ' ' || data_type order by table_name, ordinal_position)
            from information_schema.columns where table_schema = ? and table_name = any(?)""";

    // Keys are made by their definitions, since LIKE would make all indexes too, and by names of its own.
    private static final String COPIES = """
            select t.made || coalesce(' with (' || array_to_string(c.reloptions, ', ') || ')', '')
            from pg_class c, lateral (select format(
                'create %s table %I.%I (like %I.%I including all excluding indexes excluding statistics)',
                {3}::text, {1}::text, c.relname, {0}::text, c.relname) as made) t
            where c.relnamespace = {0}::regnamespace and c.relname = any({2})
            union all
            select format('alter table %I.%I add constraint %I %s', {1}::text, c.relname, k.conname,
                pg_get_constraintdef(k.oid))
            from pg_class c join pg_constraint k on k.conrelid = c.oid and k.contype in ('p', 'u')
            where c.relnamespace = {0}::regnamespace and c.relname = any({2})
            union all
            select format('comment on table %I.%I is %L', {1}::text, c.relname, obj_description(c.oid, 'pg_class'))
            from pg_class c
            where c.relnamespace = {0}::regnamespace and c.relname = any({2})""";

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
        makeIfMissing("");
    }

    /**
     * The same for tables that never serve: nothing of them is written to PostgreSQL's log, which a replay that only compares
     * has no need of. A crash of PostgreSQL empties them, their positions too.
     */
    void makeToCompare() {
        makeIfMissing("unlogged");
    }

    private void makeIfMissing(String persistence) {
        if (isReady()) {
            return;
        }
        drop();
        serving.transaction(tx -> {
            var db = tx.dsl();
            db.createSchema(DSL.name(name)).execute();
            var statements = db.fetch(
                            COPIES,
                            DSL.val(ProjectionDatabase.SCHEMA),
                            DSL.val(name),
                            DSL.val(allTables()),
                            DSL.val(persistence))
                    .into(String.class);
            for (var statement : statements) {
                db.execute(statement);
            }
            db.execute(
                    "insert into {0} (no, position, updated_at) select no, 0, now() from generate_series(0, {1}) no",
                    DSL.table(DSL.name(name, SEGMENT.getName())), DSL.inline(SegmentSet.COUNT - 1));
        });
    }

    private String[] allTables() {
        return Stream.concat(tables.stream(), ENGINE_TABLES.stream()).toArray(String[]::new);
    }

    /** Another version may have had other tables; a crash of PostgreSQL leaves no row of unlogged ones. */
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
        for (var definition :
                serving.fetch(MISSING_INDEXES, from, allTables(), name).into(String.class)) {
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
