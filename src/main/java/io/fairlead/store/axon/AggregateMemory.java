package io.fairlead.store.axon;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates as this node last knew them. Another node may have gone on since, so what is remembered is only a guess: an append
 * proves it by its expected version, and whatever appends nothing is decided again on what the store says. Thread-safe.
 *
 * <p>The one that was not used for longest leaves first. A cache that admits by frequency would turn away what was just
 * created for the sake of what was often used last month, and a month's end is made of new entries.
 */
final class AggregateMemory {

    private static final int AGGREGATES_MAX = 50_000;

    /**
     * One aggregate.
     *
     * @param root used only under its repository's lock
     * @param sequence of its last event
     * @param saved sequence of the state that the store holds; -1 when it holds none
     */
    record Remembered(Object root, long sequence, long saved) {}

    private final Map<String, Remembered> aggregates;

    AggregateMemory() {
        this(AGGREGATES_MAX);
    }

    /** @param aggregatesMax how many are remembered */
    AggregateMemory(int aggregatesMax) {
        aggregates = new LinkedHashMap<>(16, 0.75f, true) {

            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Remembered> eldest) {
                return size() > aggregatesMax;
            }
        };
    }

    synchronized @Nullable Remembered find(String aggregateId) {
        return aggregates.get(aggregateId);
    }

    synchronized void remember(String aggregateId, Remembered aggregate) {
        aggregates.put(aggregateId, aggregate);
    }

    synchronized void forget(String aggregateId) {
        aggregates.remove(aggregateId);
    }
}
