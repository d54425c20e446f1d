package io.fairlead.app.verify.invariant;

import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jooq.DSLContext;

/** I9: every process has reacted to everything; what stopped has a work item. */
public final class NothingWaits implements Invariant {

    private final DSLContext db;
    private final Supplier<Map<String, Long>> processes;
    private final LongSupplier head;

    /**
     * @param processes how far each has come, by name
     * @param head position that everybody had time to reach
     */
    public NothingWaits(DSLContext db, Supplier<Map<String, Long>> processes, LongSupplier head) {
        this.db = db;
        this.processes = processes;
        this.head = head;
    }

    @Override
    public String id() {
        return "I9";
    }

    @Override
    public String sentence() {
        return "every process has reached the head, nothing is parked, and each parked delivery has an open exception";
    }

    @Override
    public Finding check() {
        var tally = new Finding.Tally();
        long due = head.getAsLong();
        processes.get().forEach((process, reached) -> {
            tally.examined();
            tally.require(reached >= due, "%s has reached %d of %d", process, reached, due);
        });
        db.resultQuery("select name, event_type, sequence_key, reason from process.parked order by name, position")
                .forEach(
                        row -> tally.differs("%s parked %s of %s: %s", row.get(0), row.get(1), row.get(2), row.get(3)));
        tally.examined(db.resultQuery("select count(*) from gateway.delivery").fetchSingle(0, Long.class));
        db.resultQuery("""
                        select kind, aggregate_id, reason from gateway.delivery d
                        where state = 'PARKED' and not exists (
                            select 1 from projection.exception_case e
                            where e.subject_id = d.aggregate_id and e.status in ('open', 'assigned'))
                        order by seq""")
                .forEach(row -> tally.differs(
                        "%s of %s is parked without an open exception: %s", row.get(0), row.get(1), row.get(2)));
        return tally.finding();
    }
}
