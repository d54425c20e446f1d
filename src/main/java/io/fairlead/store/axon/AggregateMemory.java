package io.fairlead.store.axon;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates as this node last knew them. Another node may have gone on since, so what is remembered is only a guess: an append
 * proves it by its expected version, and whatever appends nothing is decided again on what the store says. Thread-safe.
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

    private final Cache<String, Remembered> aggregates =
            Caffeine.newBuilder().maximumSize(AGGREGATES_MAX).build();

    @Nullable
    Remembered find(String aggregateId) {
        return aggregates.getIfPresent(aggregateId);
    }

    void remember(String aggregateId, Remembered aggregate) {
        aggregates.put(aggregateId, aggregate);
    }

    void forget(String aggregateId) {
        aggregates.invalidate(aggregateId);
    }
}
