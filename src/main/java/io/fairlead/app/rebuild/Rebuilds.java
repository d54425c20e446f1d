package io.fairlead.app.rebuild;

import io.fairlead.log.EventLog;
import io.fairlead.projection.Fold;
import io.fairlead.projection.ShadowReplay;
import io.fairlead.projection.ShadowReport;
import io.fairlead.schema.EventCodec;
import io.fairlead.view.Projections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jooq.DSLContext;

/** Replays views from the log beside the serving ones, one replay at a time. Thread-safe. */
public final class Rebuilds {

    private static final String UNBILLED = "unbilled";

    private final EventLog log;
    private final EventCodec codec;
    private final DataSource database;
    private final DSLContext tables;
    private final ReentrantLock replaying = new ReentrantLock();

    public Rebuilds(EventLog log, EventCodec codec, DataSource database, DSLContext tables) {
        this.log = log;
        this.codec = codec;
        this.database = database;
        this.tables = tables;
    }

    /** Names of the views that can be rebuilt alone. */
    public static List<String> views() {
        return Projections.all().stream().map(Rebuilds::nameOf).toList();
    }

    /** Compares all views with a fresh replay. */
    public ShadowReport verify() {
        return replay(List.of(), true).orElseThrow(() -> new IllegalStateException("a rebuild of views is running"));
    }

    /**
     * Replays and compares, then lets the replayed rows serve unless it is a dry run.
     *
     * @param views names of {@link #views()}; all when empty
     * @return empty when another replay is running
     */
    public Optional<ShadowReport> replay(List<String> views, boolean dryRun) {
        if (!replaying.tryLock()) {
            return Optional.empty();
        }
        try {
            var replay = new ShadowReplay(log, codec, database, () -> folds(views));
            return Optional.of(dryRun ? replay.verify() : replay.rebuild());
        } finally {
            replaying.unlock();
        }
    }

    /** How far the running replay has come; 0 when none is running. */
    public long position() {
        boolean begun = tables.resultQuery("select to_regclass('projection_shadow.token') is not null")
                .fetchSingle(0, Boolean.class);
        return begun
                ? tables.resultQuery("select coalesce(min(position), 0) from projection_shadow.token")
                        .fetchSingle(0, Long.class)
                : 0;
    }

    /** Position that a replay has to reach. */
    public long head() {
        return log.head();
    }

    private static List<Fold> folds(List<String> views) {
        return Projections.all().stream()
                .filter(fold -> views.isEmpty() || views.contains(nameOf(fold)))
                .toList();
    }

    private static String nameOf(Fold fold) {
        return fold.name().equals("unbilled-work") ? UNBILLED : fold.name();
    }
}
