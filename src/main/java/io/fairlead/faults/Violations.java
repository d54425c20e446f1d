package io.fairlead.faults;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counts what was broken, by kind, and keeps the first cases in words for whoever looks for the cause. Thread-safe. */
final class Violations {

    private static final int EXAMPLES_MAX = 10;

    /** What may be broken. */
    enum Kind {
        /** Acknowledged or stored, and not there or not seen. */
        LOST,
        /** There or seen more often than it may be. */
        DOUBLED,
        /** There or seen before something that came before it. */
        OUT_OF_ORDER,
        /** A position or sequence that nothing stands at. */
        HOLES,
        /** Events without their command's row, or a row without its events. */
        HALF_WRITTEN,
        /** A repeat that was not told the former outcome. */
        WRONG_ANSWERS,
        /** Hashes, stream rows and command rows that do not fit. */
        UNSOUND,
        /** Rows of views that a fresh replay makes otherwise. */
        VIEWS_DIFFER,
        /** Text of callers in a log, or a log that grows past its bound. */
        LEAKED,
        /** An answer past its deadline, a failure that is no refusal, or no way on without help. */
        STUCK,
        /** An answer, a cut or a replacement that came, and later than it may. */
        SLOW,
        /** What a killed process left behind. */
        LEFT_BEHIND,
        /** Done by somebody who may not. */
        ENTERED,
        /** Not refused and not done, so that nothing is known. */
        NOT_TRIED;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    private final List<String> examples = new ArrayList<>();

    void add(Kind kind, String example) {
        add(kind, 1, example);
    }

    /** Adds {@code count} cases of a kind; none when it is 0. */
    synchronized void add(Kind kind, long count, String example) {
        if (count <= 0) {
            return;
        }
        counts.merge(kind, count, Long::sum);
        if (examples.size() < EXAMPLES_MAX) {
            examples.add(kind.id() + ": " + example);
        }
    }

    synchronized long count(Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    synchronized long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    synchronized List<String> examples() {
        return List.copyOf(examples);
    }
}
