package io.fairlead.app.verify.invariant;

import io.fairlead.projection.ShadowReport;
import java.util.function.Supplier;
import org.jooq.DSLContext;

/** I7: every row of every view is what a fresh replay of the log makes. */
public final class ViewsEqualReplay implements Invariant {

    private static final int PARKED_TOLD = 5;

    private final Supplier<ShadowReport> replay;
    private final DSLContext views;

    public ViewsEqualReplay(Supplier<ShadowReport> replay, DSLContext views) {
        this.replay = replay;
        this.views = views;
    }

    @Override
    public String id() {
        return "I7";
    }

    @Override
    public String sentence() {
        return "every row of every view equals a fresh replay of the log, and no event is parked";
    }

    @Override
    public Finding check() {
        var report = replay.get();
        var tally = new Finding.Tally(report.tables().size() + PARKED_TOLD); // Each table that differs is named.
        for (var table : report.tables()) {
            tally.examined(table.rows());
            tally.differs(
                    table.missing() + table.surplus() + table.changed(),
                    "%s: %d rows missing, %d too many, %d changed; first: %s",
                    table.table(),
                    table.missing(),
                    table.surplus(),
                    table.changed(),
                    table.first() == null ? "" : table.first());
        }
        var parked = report.parked();
        if (parked.events() > 0) {
            var first = parked.causes().getFirst();
            tally.differs(
                    parked.events(),
                    "%d events could not be folded by the replay; first: %s, position %d, %s of %s: %s",
                    parked.events(),
                    first.view(),
                    first.position(),
                    first.type(),
                    first.aggregateId(),
                    first.reason());
        }
        views.resultQuery(
                        "select projection, aggregate_id, type, reason from projection.parked_event order by position")
                .forEach(row ->
                        tally.differs("%s: %s of %s is parked: %s", row.get(0), row.get(2), row.get(1), row.get(3)));
        return tally.finding();
    }
}
