package io.fairlead.faults;

import io.fairlead.app.RecentLog;
import io.fairlead.faults.Violations.Kind;
import io.fairlead.projection.ProjectionDatabase;
import io.fairlead.projection.ProjectionEngine;
import io.fairlead.projection.ShadowReplay;
import io.fairlead.projection.TableDifference;
import io.fairlead.schema.EventCodec;
import io.fairlead.store.PostgresStore;
import io.fairlead.view.Projections;
import java.time.Duration;
import javax.sql.DataSource;

/** The views of a campaign, as the application has them. */
final class ViewsUnderFault implements AutoCloseable {

    private static final int THREADS = 2;
    private static final int PAGE_EVENTS_MAX = 2_000;

    private final ProjectionEngine engine;

    private ViewsUnderFault(ProjectionEngine engine) {
        this.engine = engine;
    }

    static void migrate(DataSource owner) {
        ProjectionDatabase.migrate(owner);
    }

    static ViewsUnderFault start(PostgresStore store, DataSource database) {
        var engine = new ProjectionEngine(
                new RecentLog(store.log()),
                new EventCodec(store.log()),
                ProjectionDatabase.open(database),
                Projections::all,
                THREADS,
                PAGE_EVENTS_MAX);
        engine.start();
        return new ViewsUnderFault(engine);
    }

    boolean await(long position, Duration patience) {
        return engine.awaitPosition(position, patience);
    }

    /** Compares every row with a fresh replay and counts what is parked. */
    static long check(PostgresStore store, DataSource database, Violations violations) {
        var replay = new ShadowReplay(store.log(), new EventCodec(store.log()), database, Projections::all, THREADS);
        var report = replay.verify();
        if (report.position() != store.log().head()) {
            violations.add(
                    Kind.VIEWS_DIFFER,
                    "the views stand at %d of %d"
                            .formatted(report.position(), store.log().head()));
        }
        for (var table : report.tables()) {
            violations.add(
                    Kind.VIEWS_DIFFER,
                    table.missing() + table.surplus() + table.changed(),
                    table.table() + ": " + table.first());
        }
        var parked = ProjectionDatabase.open(database).fetchCount(org.jooq.impl.DSL.table("projection.parked_event"));
        violations.add(Kind.VIEWS_DIFFER, parked, parked + " events are parked");
        return report.tables().stream().mapToLong(TableDifference::rows).sum();
    }

    @Override
    public void close() {
        engine.close();
    }
}
