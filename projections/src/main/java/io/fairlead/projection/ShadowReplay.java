package io.fairlead.projection;

import io.fairlead.log.EventLog;
import io.fairlead.schema.EventCodec;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Replays the whole log with fresh projections into a schema of its own and compares every table with the one that
 * serves. Auditors prove with it that each row is what the log says; {@link ViewRebuilds} lets replayed rows serve.
 */
public final class ShadowReplay {

    private static final String SHADOW = "projection_shadow";

    private final EventLog log;
    private final EventCodec codec;
    private final DataSource database;
    private final Supplier<? extends List<? extends Projection>> projections;
    private final int threads;

    /**
     * @param projections fresh instances at each call
     * @param threads that fold, 1..16
     */
    public ShadowReplay(
            EventLog log,
            EventCodec codec,
            DataSource database,
            Supplier<? extends List<? extends Projection>> projections,
            int threads) {
        this.log = log;
        this.codec = codec;
        this.database = database;
        this.projections = projections;
        this.threads = threads;
    }

    /** Compares and drops the shadow; serving goes on meanwhile. */
    public ShadowReport verify() {
        var folds = projections.get();
        var serving = ProjectionDatabase.open(database);
        var shadow = new GenerationSchema(database, SHADOW, folds);
        shadow.drop(); // One that was left behind may be of another version.
        try {
            shadow.makeToCompare();
            var engine = ProjectionEngine.ofGeneration(log, codec, shadow.open(), projections, threads);
            long begin = System.nanoTime();
            engine.fold(Segments.read(serving));
            long millis = (System.nanoTime() - begin) / 1_000_000;
            var tables = GenerationComparison.run(engine, serving, shadow.open(), folds);
            long position = engine.position();
            return new ShadowReport(position, position, millis, tables, Park.report(shadow.open()), false);
        } finally {
            shadow.drop();
        }
    }
}
