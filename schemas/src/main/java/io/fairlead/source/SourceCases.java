package io.fairlead.source;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Each type of event of a billable source and what it becomes; asked by {@link SourceEvent}. */
final class SourceCases {

    private static final SourceCases ALL = new SourceCases();

    static {
        TimeSources.addTo(ALL);
        BillingItemSources.addTo(ALL);
        ExpenseSources.addTo(ALL);
    }

    private final Map<Class<?>, Case> cases = new HashMap<>();

    private record Case(
            Class<? extends SourceEvent> kind, Function<SpecificRecord, ? extends @Nullable SourceEvent> make) {}

    /** @param make null while the event moves no value */
    <E extends SpecificRecord, S extends SourceEvent> void add(
            Class<E> type, Class<S> kind, Function<E, ? extends @Nullable S> make) {
        if (cases.put(type, new Case(kind, event -> make.apply(type.cast(event)))) != null) {
            throw new IllegalStateException(type.getName() + " stands here twice");
        }
    }

    static @Nullable SourceEvent of(SpecificRecord event) {
        var found = ALL.cases.get(event.getClass());
        return found == null ? null : found.make.apply(event);
    }

    static @Nullable Class<? extends SourceEvent> kindOf(Class<?> type) {
        var found = ALL.cases.get(type);
        return found == null ? null : found.kind;
    }

    static Set<Class<?>> types() {
        return Set.copyOf(ALL.cases.keySet());
    }
}
