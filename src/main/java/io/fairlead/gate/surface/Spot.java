package io.fairlead.gate.surface;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One place of a surface, and what may stand there.
 *
 * @param side who writes it
 * @param kinds types, such as {@code string}, {@code string/date} and, of a closed set, {@code string=open}; with {@link #ABSENT}
 *     where it may be missing
 * @param limits of what is taken, by keyword
 */
record Spot(Side side, Set<String> kinds, Map<String, String> limits) {

    static final String ABSENT = "absent";
    static final String NULL = "null";

    private static final String INTEGER = "integer";
    private static final String NUMBER = "number";

    /** Who writes what stands at a place: the client, who asks, or Fairlead, which tells. */
    enum Side {
        ASKED,
        TOLD
    }

    Spot {
        kinds = new TreeSet<>(kinds);
        limits = new TreeMap<>(limits);
    }

    static Spot told(Set<String> kinds) {
        return new Spot(Side.TOLD, kinds, Map.of());
    }

    /** What may stand here or there. */
    Spot or(Spot other) {
        var both = new TreeSet<>(kinds);
        both.addAll(other.kinds);
        return new Spot(side, both, limits.equals(other.limits) ? limits : Map.of());
    }

    /** Whether something of this kind is expected here. */
    boolean takes(String kind) {
        return kinds.contains(kind)
                || wider(kind).stream().anyMatch(kinds::contains)
                || kind.startsWith(INTEGER) && kinds.contains(NUMBER);
    }

    /** The value of a closed set, of a kind that is one; empty for a type. */
    static Optional<String> value(String kind) {
        int at = kind.indexOf('=');
        return at < 0 ? Optional.empty() : Optional.of(kind.substring(at + 1));
    }

    private static Set<String> wider(String kind) {
        if (kind.equals("integer/int32")) {
            return Set.of(INTEGER, "integer/int64");
        }
        return Set.of(kind.replaceFirst("[/=].*", ""));
    }
}
