package io.fairlead.store.axon;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

    /** Threads of commands that wait for one lock are woken one by one; on average 19 of them stood before a single one. */
    private static final int PARTS = 128;

    /**
     * One aggregate.
     *
     * @param root used only under its repository's lock
     * @param sequence of its last event
     * @param saved sequence of the state that the store holds; -1 when it holds none
     */
    record Remembered(Object root, long sequence, long saved) {}

    private final List<Part> parts;

    AggregateMemory() {
        this(AGGREGATES_MAX, PARTS);
    }

    /**
     * @param aggregatesMax how many are remembered
     * @param parts each gives up its own
     */
    AggregateMemory(int aggregatesMax, int parts) {
        this.parts = Stream.generate(() -> new Part(aggregatesMax / parts))
                .limit(parts)
                .toList();
    }

    @Nullable
    Remembered find(String aggregateId) {
        return partOf(aggregateId).find(aggregateId);
    }

    void remember(String aggregateId, Remembered aggregate) {
        partOf(aggregateId).remember(aggregateId, aggregate);
    }

    void forget(String aggregateId) {
        partOf(aggregateId).forget(aggregateId);
    }

    private Part partOf(String aggregateId) {
        return parts.get(Math.floorMod(aggregateId.hashCode(), parts.size()));
    }

    private static final class Part {

        private final Map<String, Remembered> aggregates;

        Part(int aggregatesMax) {
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
}
