package io.fairlead.projection;

import io.fairlead.source.SourceEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.messaging.annotation.DefaultParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** One projection behind Axon's handler adapters: prepares its tables, dispatches a batch, flushes. */
final class Projector {

    private final Projection fold;
    private final List<AnnotationEventHandlerAdapter> adapters;
    private final @Nullable SourceProjection ofSources;
    private final Set<Class<? extends SourceEvent>> taken;

    Projector(Projection fold) {
        this.fold = fold;
        var parameters = MultiParameterResolverFactory.ordered(
                new EventMetadataParameter(), new DefaultParameterResolverFactory());
        this.adapters = fold.handlers().stream()
                .map(handlers -> new AnnotationEventHandlerAdapter(handlers, parameters))
                .toList();
        this.ofSources = fold instanceof SourceProjection projection ? projection : null;
        this.taken = ofSources == null ? Set.of() : Set.copyOf(ofSources.takes());
    }

    String name() {
        return fold.name();
    }

    boolean handles(Class<?> type) {
        return adapters.stream().anyMatch(adapter -> adapter.canHandleType(type))
                || (!taken.isEmpty()
                        && SourceEvent.kindOf(type).filter(taken::contains).isPresent());
    }

    /**
     * Folds events that it handles and writes the rows.
     *
     * @param begun aggregates whose first event is among those folded: nothing has to be read for them
     * @param once whether each event comes once for certain
     */
    void fold(DSLContext db, List<PendingEvent> events, Set<String> begun, boolean once) {
        if (events.isEmpty()) {
            return;
        }
        try {
            var known = new HashSet<String>();
            for (var event : events) {
                if (!begun.contains(event.aggregateId())) {
                    known.add(event.aggregateId());
                }
            }
            fold.tables().forEach(table -> table.prepare(db, known));
            for (var event : events) {
                dispatch(event);
            }
            fold.tables().forEach(table -> table.flush(db, once));
        } finally {
            fold.tables().forEach(TableBuffer::clear);
        }
    }

    private void dispatch(PendingEvent event) {
        try {
            for (var adapter : adapters) {
                adapter.handle(event.message()); // Does nothing with an event that it does not take.
            }
            if (ofSources != null) {
                var source = event.source();
                if (source != null && taken.contains(source.getClass())) {
                    ofSources.on(source, event.facts());
                }
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
