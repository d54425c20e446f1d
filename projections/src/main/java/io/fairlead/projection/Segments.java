package io.fairlead.projection;

import static io.fairlead.projection.db.Tables.FOLLOWED_VIEW;
import static io.fairlead.projection.db.Tables.PARKED_EVENT;
import static io.fairlead.projection.db.Tables.SEGMENT;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** How far each segment has come, for all views that joined; kept in the same database and transaction as the rows. */
final class Segments {

    private static final Field<String[]> JOINED =
            DSL.field(DSL.select(DSL.arrayAgg(FOLLOWED_VIEW.NAME)).from(FOLLOWED_VIEW));
    private static final Field<Boolean> PARKED =
            DSL.field(DSL.exists(DSL.selectOne().from(PARKED_EVENT)));

    private Segments() {}

    /**
     * What a folding transaction begins with.
     *
     * @param positions of the segments asked for; 0 for the others
     * @param views that joined
     * @param anyParked whether any event of any view is parked
     */
    record Locked(Positions positions, Set<String> views, boolean anyParked) {}

    static Positions read(DSLContext db) {
        var positions = Positions.everywhere(0);
        for (var row : db.select(SEGMENT.NO, SEGMENT.POSITION).from(SEGMENT)) {
            positions = positions.with(row.value1(), row.value2());
        }
        return positions;
    }

    static Set<String> joined(DSLContext db) {
        return db.select(FOLLOWED_VIEW.NAME).from(FOLLOWED_VIEW).fetchSet(FOLLOWED_VIEW.NAME);
    }

    /** Reads the segments and keeps any other engine from folding them until this transaction ends. */
    static Locked lock(DSLContext db, SegmentSet segments) {
        var positions = Positions.everywhere(0);
        for (var row : db.select(SEGMENT.NO, SEGMENT.POSITION)
                .from(SEGMENT)
                .where(SEGMENT.NO.eq(DSL.any(numbers(segments))))
                .orderBy(SEGMENT.NO)
                .forUpdate()) {
            positions = positions.with(row.value1(), row.value2());
        }
        // A statement of its own, so that it sees what was committed while this one waited for the lock.
        var row = Objects.requireNonNull(db.select(JOINED, PARKED).fetchOne());
        var views = row.value1() == null ? Set.<String>of() : Set.of(row.value1());
        return new Locked(positions, views, row.value2());
    }

    /** Moves segments forward, each to its limit at most. */
    static void move(DSLContext db, SegmentSet segments, long position, Positions limit) {
        var moved = Positions.everywhere(0).advanced(segments, position, limit);
        long lowest = moved.lowestBelow(Positions.UNBOUNDED, segments);
        if (moved.agreesWith(Positions.everywhere(lowest), segments)) {
            move(db, segments, lowest);
            return;
        }
        for (int no : segments.numbers()) {
            move(db, new SegmentSet(1 << no), moved.get(no));
        }
    }

    private static void move(DSLContext db, SegmentSet segments, long position) {
        db.update(SEGMENT)
                .set(SEGMENT.POSITION, position)
                .set(SEGMENT.UPDATED_AT, DSL.currentOffsetDateTime())
                .where(SEGMENT.NO.eq(DSL.any(numbers(segments))))
                .and(SEGMENT.POSITION.lt(position))
                .execute();
    }

    static void join(DSLContext db, Collection<String> views) {
        for (var view : views) {
            db.insertInto(FOLLOWED_VIEW)
                    .set(FOLLOWED_VIEW.NAME, view)
                    .set(FOLLOWED_VIEW.JOINED_AT, DSL.currentOffsetDateTime())
                    .onConflictDoNothing()
                    .execute();
        }
    }

    private static Short[] numbers(SegmentSet segments) {
        return segments.numbers().stream().map(Integer::shortValue).toArray(Short[]::new);
    }
}
