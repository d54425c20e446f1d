package io.fairlead.launch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Counts how often each part was restarted of late, so that one that keeps dying is given up. */
final class Restarts {

    static final int MAX = 5;
    static final Duration WITHIN = Duration.ofMinutes(1);

    private final int max;
    private final long withinNanos;
    private final Map<String, Deque<Long>> byPart = new HashMap<>();

    Restarts() {
        this(MAX, WITHIN);
    }

    /** Other bounds than those of parts that die. */
    Restarts(int max, Duration within) {
        this.max = max;
        this.withinNanos = within.toNanos();
    }

    /** Whether one more restart is allowed at a moment; if so it is counted. */
    synchronized boolean allows(String part, long nanoTime) {
        var moments = byPart.computeIfAbsent(part, _ -> new ArrayDeque<>());
        while (!moments.isEmpty() && nanoTime - moments.getFirst() > withinNanos) {
            moments.removeFirst();
        }
        if (moments.size() >= max) {
            return false;
        }
        moments.addLast(nanoTime);
        return true;
    }
}
