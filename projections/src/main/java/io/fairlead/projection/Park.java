package io.fairlead.projection;

import static io.fairlead.projection.db.Tables.PARKED_EVENT;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * Events that a projection could not fold. Later events of the same aggregate wait behind them, in order, for that
 * projection alone. Read afresh in each transaction, so that a rolled back batch leaves no trace.
 */
final class Park {

    /** Key of the context's data under which a test sets how many streams of a view may be parked. */
    static final String STREAMS_MAX = "fairlead.park.streams.max";

    private static final int STREAMS_MAX_DEFAULT = 10_000;
    private static final int REASON_LENGTH_MAX = 2_000;

    private final Map<String, Set<String>> waiting = new HashMap<>();

    static Park empty() {
        return new Park();
    }

    static Park read(DSLContext db) {
        var park = new Park();
        db.selectDistinct(PARKED_EVENT.PROJECTION, PARKED_EVENT.AGGREGATE_ID)
                .from(PARKED_EVENT)
                .forEach(row -> park.of(row.value1()).add(row.value2()));
        return park;
    }

    private Set<String> of(String projection) {
        return waiting.computeIfAbsent(projection, _ -> new HashSet<>());
    }

    /** Parks events whose aggregate waits already and returns the others. */
    List<PendingEvent> divert(DSLContext db, String projection, List<PendingEvent> events) {
        var blocked = of(projection);
        if (blocked.isEmpty()) {
            return events;
        }
        var free = new ArrayList<PendingEvent>(events.size());
        for (var event : events) {
            if (blocked.contains(event.aggregateId())) {
                park(db, projection, event, "waits for an earlier event of its stream");
            } else {
                free.add(event);
            }
        }
        return free;
    }

    /** @throws ViewParkFull when that would be one stream more than a view may have parked */
    void park(DSLContext db, String projection, PendingEvent delivery, String reason) {
        var streams = of(projection);
        if (streams.add(delivery.aggregateId()) && streams.size() > max(db)) {
            throw new ViewParkFull(projection, max(db), reason);
        }
        var event = delivery.event();
        db.insertInto(PARKED_EVENT)
                .set(PARKED_EVENT.PROJECTION, projection)
                .set(PARKED_EVENT.AGGREGATE_ID, event.aggregateId())
                .set(PARKED_EVENT.POSITION, event.position())
                .set(PARKED_EVENT.SEQUENCE, event.sequence())
                .set(PARKED_EVENT.EVENT_ID, event.eventId())
                .set(PARKED_EVENT.TYPE, event.type())
                .set(PARKED_EVENT.REASON, reason.substring(0, Math.min(reason.length(), REASON_LENGTH_MAX)))
                .set(PARKED_EVENT.PARKED_AT, DSL.currentOffsetDateTime())
                .onConflictDoNothing()
                .execute();
    }

    private static int max(DSLContext db) {
        return db.data(STREAMS_MAX) instanceof Integer set ? set : STREAMS_MAX_DEFAULT;
    }

    /** Lets the events of one aggregate go and tells their positions. */
    Set<Long> release(DSLContext db, String projection, String aggregateId) {
        of(projection).remove(aggregateId);
        return db.deleteFrom(PARKED_EVENT)
                .where(PARKED_EVENT.PROJECTION.eq(projection))
                .and(PARKED_EVENT.AGGREGATE_ID.eq(aggregateId))
                .returning(PARKED_EVENT.POSITION)
                .fetchSet(PARKED_EVENT.POSITION);
    }

    static int count(DSLContext db, String projection, String aggregateId) {
        return db.fetchCount(
                PARKED_EVENT, PARKED_EVENT.PROJECTION.eq(projection), PARKED_EVENT.AGGREGATE_ID.eq(aggregateId));
    }

    static List<String> aggregates(DSLContext db, String projection) {
        return db.selectDistinct(PARKED_EVENT.AGGREGATE_ID)
                .from(PARKED_EVENT)
                .where(PARKED_EVENT.PROJECTION.eq(projection))
                .orderBy(PARKED_EVENT.AGGREGATE_ID)
                .fetch(PARKED_EVENT.AGGREGATE_ID);
    }

    /** What is parked in these tables, for people. */
    static ReplayPark report(DSLContext db) {
        var events = DSL.count();
        var first = DSL.min(PARKED_EVENT.POSITION);
        var stream = DSL.field(
                "(array_agg({0} order by {1}))[1]", String.class, PARKED_EVENT.AGGREGATE_ID, PARKED_EVENT.POSITION);
        var causes = db.select(PARKED_EVENT.PROJECTION, PARKED_EVENT.TYPE, PARKED_EVENT.REASON, events, first, stream)
                .from(PARKED_EVENT)
                .groupBy(PARKED_EVENT.PROJECTION, PARKED_EVENT.TYPE, PARKED_EVENT.REASON)
                .orderBy(first, PARKED_EVENT.PROJECTION)
                .limit(ReplayPark.CAUSES_MAX)
                .fetch(row -> new ReplayPark.Cause(
                        row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6()));
        return new ReplayPark(db.fetchCount(PARKED_EVENT), causes);
    }
}
