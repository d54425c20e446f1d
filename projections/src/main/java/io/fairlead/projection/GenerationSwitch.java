package io.fairlead.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * Lets a generation serve, in one transaction: tables change schema, the bi views are re-created on the new ones with
 * their grants and comments. Readers see the old rows until it commits and the new ones after it.
 */
final class GenerationSwitch {

    private static final int ATTEMPTS_MAX = 120;
    private static final long PAUSE_MS = 250;
    private static final String ASIDE = "fairlead_switch";
    private static final String APPLICATION = "fairlead_app"; // Folds into the tables that serve; see afterMigrate.sql.

    // Readers queue behind a waiting switch, so it gives up soon and comes again; below deadlock_timeout, so that no
    // reader is ever chosen as a victim.
    private static final String LOCKS_WAIT = "set local statement_timeout = '400ms'";

    private static final String DEPENDENT_VIEWS = """
            select distinct v.oid::regclass::text,
                coalesce(' with (' || array_to_string(v.reloptions, ', ') || ')', ''), pg_get_viewdef(v.oid)
            from pg_depend d
            join pg_rewrite r on r.oid = d.objid and d.classid = 'pg_rewrite'::regclass
            join pg_class v on v.oid = r.ev_class and v.relkind = 'v'
            join pg_class t on t.oid = d.refobjid and d.refclassid = 'pg_class'::regclass
            where t.relnamespace = 'projection'::regnamespace and t.relname = any(?)""";

    private final DSLContext serving;
    private final GenerationSchema generation;
    private final ProjectionEngine engine;
    private final List<String> views;

    /**
     * @param engine folds the generation; its schema's positions must not lie beyond the serving ones
     * @param views names of the projections that switch
     */
    GenerationSwitch(DSLContext serving, GenerationSchema generation, ProjectionEngine engine, List<String> views) {
        this.serving = serving;
        this.generation = generation;
        this.engine = engine;
        this.views = views;
    }

    /**
     * Switches as soon as readers let it.
     *
     * @param former schema in which the tables that served are kept
     * @param note what else is written in the same transaction, with the position of the switch
     */
    void run(String former, BiConsumer<DSLContext, Long> note) {
        for (int attempt = 1; ; attempt++) {
            try {
                serving.transaction(tx -> attempt(tx.dsl(), former, note));
                return;
            } catch (DataAccessException e) {
                if (attempt == ATTEMPTS_MAX || !isBusy(e.sqlState())) {
                    throw e;
                }
                pause();
            }
        }
    }

    /** Time-out of a statement or lock, deadlock. */
    private static boolean isBusy(String sqlState) {
        return List.of("57014", "55P03", "40P01").contains(sqlState);
    }

    private void attempt(DSLContext db, String former, BiConsumer<DSLContext, Long> note) {
        // Nobody folds from here on: what the generation still lacks is what it has to reach.
        var positions = Segments.lock(db, SegmentSet.ALL).positions();
        engine.fold(positions);
        if (!Segments.read(generation.open()).agreesWith(positions, SegmentSet.ALL)) {
            throw new IllegalStateException("generation " + generation.name() + " could not be folded up to the views");
        }
        db.execute("set local search_path = pg_catalog"); // So that definitions name every schema.
        var dependents = db.fetch(DEPENDENT_VIEWS, (Object) generation.tables().toArray(String[]::new));
        lock(db, dependents.getValues(0, String.class));
        moveTables(db);
        for (var view : dependents) {
            db.execute("create or replace view " + view.get(0) + view.get(1) + " as " + view.get(2));
        }
        exchangeParked(db);
        db.execute("alter schema {0} rename to {1}", DSL.name(generation.name()), DSL.name(former));
        note.accept(db, positions.lowest());
    }

    private void lock(DSLContext db, List<String> dependents) {
        var all = new ArrayList<>(dependents);
        for (var table : generation.tables()) {
            all.add(serving(table).toString());
            all.add(DSL.name(generation.name(), table).toString());
        }
        db.execute(LOCKS_WAIT);
        db.execute("lock table " + String.join(", ", all) + " in access exclusive mode");
        db.execute("set local statement_timeout = 0");
    }

    private void moveTables(DSLContext db) {
        var aside = DSL.name(ASIDE);
        db.execute("create schema {0}", aside);
        for (var table : generation.tables()) {
            var made = DSL.name(generation.name(), table);
            db.execute("alter table {0} set schema {1}", made, aside);
            db.execute("alter table {0} set schema {1}", serving(table), DSL.name(generation.name()));
            db.execute("alter table {0} set schema {1}", DSL.name(ASIDE, table), DSL.name(ProjectionDatabase.SCHEMA));
        }
        db.execute("drop schema {0}", aside);
        if (db.fetchExists(DSL.table("pg_roles"), DSL.condition("rolname = {0}", DSL.val(APPLICATION)))) {
            // A generation that an older build made was its owner's alone.
            for (var table : generation.tables()) {
                db.execute("grant select, insert, update, delete on {0} to {1}", serving(table), DSL.name(APPLICATION));
            }
        }
    }

    /** Parked events belong to the rows that lack them. */
    private void exchangeParked(DSLContext db) {
        var names = views.toArray(String[]::new);
        var made = DSL.name(generation.name(), "parked_event");
        db.execute(
                "create temporary table unparked on commit drop as"
                        + " select * from projection.parked_event where projection = any(?)",
                (Object) names);
        db.execute("delete from projection.parked_event where projection = any(?)", (Object) names);
        db.execute("insert into projection.parked_event select * from {0}", made);
        db.execute("delete from {0}", made);
        db.execute("insert into {0} select * from pg_temp.unparked", made);
    }

    private static Name serving(String table) {
        return DSL.name(ProjectionDatabase.SCHEMA, table);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while readers held the views", e);
        }
    }
}
