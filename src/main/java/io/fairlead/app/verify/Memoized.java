package io.fairlead.app.verify;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that several checks need and one of them fetches while the others wait. Thread-safe. */
final class Memoized<T> implements Supplier<T> {

    private final Supplier<T> source;
    private @Nullable T fetched;

    Memoized(Supplier<T> source) {
        this.source = source;
    }

    @Override
    public synchronized T get() {
        var known = fetched;
        if (known == null) {
            known = source.get();
            fetched = known;
        }
        return known;
    }

    /** Whether anybody asked and was answered. */
    synchronized boolean isFetched() {
        return fetched != null;
    }
}
