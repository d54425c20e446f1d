package io.fairlead.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Some of the segments into which the streams are split. Immutable; read by {@link ProjectionEngine}. */
record SegmentSet(int bits) {

    /** How many segments there are, for ever: the positions of each are kept. */
    static final int COUNT = 16;

    static final SegmentSet ALL = new SegmentSet((1 << COUNT) - 1);

    private static final int SPREAD = 0x9E3779B9;

    /** The segment of a stream, 0..15: {@link String#hashCode} is specified, so it never changes. */
    static int segmentOf(String aggregateId) {
        return aggregateId.hashCode() * SPREAD >>> 28;
    }

    /** @throws IllegalArgumentException when a number is outside 0..15 */
    static SegmentSet of(Collection<Integer> numbers) {
        int bits = 0;
        for (int no : numbers) {
            if (no < 0 || no >= COUNT) {
                throw new IllegalArgumentException("segment: must be 0.." + (COUNT - 1) + ", was " + no);
            }
            bits |= 1 << no;
        }
        return new SegmentSet(bits);
    }

    boolean contains(int segment) {
        return (bits & 1 << segment) != 0;
    }

    boolean isEmpty() {
        return bits == 0;
    }

    Set<Integer> numbers() {
        var numbers = new TreeSet<Integer>();
        for (int no = 0; no < COUNT; no++) {
            if (contains(no)) {
                numbers.add(no);
            }
        }
        return numbers;
    }

    /** Deals the segments out to at most so many sets of about the same size, none of them empty. */
    List<SegmentSet> dealt(int parts) {
        var dealt = new ArrayList<SegmentSet>();
        int turn = 0;
        for (int no : numbers()) {
            if (dealt.size() < parts) {
                dealt.add(new SegmentSet(1 << no));
            } else {
                int part = turn % parts;
                dealt.set(part, new SegmentSet(dealt.get(part).bits | 1 << no));
            }
            turn++;
        }
        return List.copyOf(dealt);
    }
}
