package io.fairlead.projection;

import static io.fairlead.projection.db.Tables.PARKED_EVENT;

import io.fairlead.log.EventLog;
import io.fairlead.schema.EventCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Replays the whole log with fresh projections into a schema of its own and compares every table with the one
 * that serves.
 * Operators verify with it that each row is what the log says, and rebuild the views after a change of their code.
 */
public final class ShadowReplay {

    private static final String SHADOW = "projection_shadow";
    private static final int PAGE_SIZE = 5_000;

    private final EventLog log;
    private final EventCodec codec;
    private final DataSource database;
    private final Supplier<? extends List<? extends Fold>> projections;

    /** @param projections fresh instances at each call */
    public ShadowReplay(
            EventLog log, EventCodec codec, DataSource database, Supplier<? extends List<? extends Fold>> projections) {
        this.log = log;
        this.codec = codec;
        this.database = database;
        this.projections = projections;
    }

    /** Compares and drops the shadow; serving goes on meanwhile. */
    public ShadowReport verify() {
        return run(false);
    }

    /**
     * Compares, then replaces the contents of the serving tables by the replayed ones in one transaction. Readers
     * see the
     * old rows until it commits; the engine waits for it.
     */
    public ShadowReport rebuild() {
        return run(true);
    }

    private ShadowReport run(boolean swap) {
        var folds = projections.get();
        var serving = ProjectionDatabase.open(database);
        var shadow = ProjectionDatabase.open(database, SHADOW);
        drop(serving);
        try {
            ProjectionDatabase.migrateTables(database, SHADOW);
            var engine = new ProjectionEngine(log, codec, shadow, folds, PAGE_SIZE);
            long begin = System.nanoTime();
            engine.fold(Segments.read(serving));
            long millis = (System.nanoTime() - begin) / 1_000_000;
            return serving.transactionResult(tx -> {
                var own = tx.dsl();
                // The lock holds the serving engine at its position for as long as the rows are compared.
                var positions = Segments.lock(own, SegmentSet.ALL).positions();
                engine.fold(positions);
                var tables = compare(folds, own, shadow);
                if (swap) {
                    replace(own, folds);
                }
                return new ShadowReport(positions.lowest(), positions.lowest(), millis, tables, swap);
            });
        } finally {
            drop(serving);
        }
    }

    private static List<TableDifference> compare(List<? extends Fold> folds, DSLContext serving, DSLContext shadow) {
        // A transaction of its own: PostgreSQL streams rows only within one.
        return shadow.transactionResult(tx -> {
            var differences = new ArrayList<TableDifference>();
            for (var fold : folds) {
                for (var table : fold.tables()) {
                    differences.add(TableComparison.of(table, serving, tx.dsl()));
                }
            }
            return List.copyOf(differences);
        });
    }

    private static void replace(DSLContext serving, List<? extends Fold> folds) {
        for (var fold : folds) {
            for (var table : fold.tables()) {
                copy(serving, table.table(), DSL.noCondition());
            }
        }
        var names = folds.stream().map(Fold::name).toList();
        copy(serving, PARKED_EVENT, PARKED_EVENT.PROJECTION.in(names));
    }

    private static void copy(DSLContext serving, Table<?> table, Condition replaced) {
        serving.deleteFrom(table).where(replaced).execute();
        // Same scripts, same columns in the same order.
        serving.execute("insert into {0} select * from {1}", table, DSL.table(DSL.name(SHADOW, table.getName())));
    }

    private static void drop(DSLContext serving) {
        serving.dropSchemaIfExists(DSL.name(SHADOW)).cascade().execute();
    }
}
