package io.fairlead.projection;

import java.util.Arrays;

/** A place in the log for each segment. Immutable; compares how far rows have come. */
final class Positions {

    /** No bound: every event is wanted. */
    static final Positions UNBOUNDED = everywhere(Long.MAX_VALUE);

    private final long[] bySegment;

    private Positions(long[] bySegment) {
        this.bySegment = bySegment;
    }

    static Positions everywhere(long position) {
        var bySegment = new long[SegmentSet.COUNT];
        Arrays.fill(bySegment, position);
        return new Positions(bySegment);
    }

    long get(int segment) {
        return bySegment[segment];
    }

    Positions with(int segment, long position) {
        var copy = bySegment.clone();
        copy[segment] = position;
        return new Positions(copy);
    }

    /** The given segments' positions from the other, the rest as here. */
    Positions with(Positions other, SegmentSet segments) {
        var copy = bySegment.clone();
        for (int no = 0; no < copy.length; no++) {
            if (segments.contains(no)) {
                copy[no] = other.bySegment[no];
            }
        }
        return new Positions(copy);
    }

    /** The given segments moved forward to the position, none beyond its limit and none backward. */
    Positions advanced(SegmentSet segments, long position, Positions limit) {
        var copy = bySegment.clone();
        for (int no = 0; no < copy.length; no++) {
            if (segments.contains(no)) {
                copy[no] = Math.max(copy[no], Math.min(position, limit.bySegment[no]));
            }
        }
        return new Positions(copy);
    }

    boolean agreesWith(Positions other, SegmentSet segments) {
        for (int no = 0; no < bySegment.length; no++) {
            if (segments.contains(no) && bySegment[no] != other.bySegment[no]) {
                return false;
            }
        }
        return true;
    }

    /** The lowest of the given segments that is still below its limit; {@link Long#MAX_VALUE} when none is. */
    long lowestBelow(Positions limit, SegmentSet segments) {
        long lowest = Long.MAX_VALUE;
        for (int no = 0; no < bySegment.length; no++) {
            if (segments.contains(no) && bySegment[no] < limit.bySegment[no]) {
                lowest = Math.min(lowest, bySegment[no]);
            }
        }
        return lowest;
    }

    long lowest() {
        return Arrays.stream(bySegment).min().orElse(0);
    }

    long highest() {
        return Arrays.stream(bySegment).max().orElse(0);
    }

    /** Whether the event lies after these positions and not after the limit. */
    boolean isBefore(PendingEvent event, Positions limit) {
        return event.position() > bySegment[event.segment()] && event.position() <= limit.bySegment[event.segment()];
    }
}
