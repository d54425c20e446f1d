package io.fairlead.projection;

import io.fairlead.log.StoredEvent;
import io.fairlead.schema.EventCodec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Folds one page of the log into all projections in one transaction, and isolates events that cannot be folded. */
final class BatchFolder {

    private final DSLContext db;
    private final EventCodec codec;
    private final List<Projector> projectors;
    private final Set<String> names;

    BatchFolder(DSLContext db, EventCodec codec, List<Projector> projectors) {
        this.db = db;
        this.codec = codec;
        this.projectors = projectors;
        this.names = projectors.stream().map(Projector::name).collect(Collectors.toSet());
    }

    Map<String, Long> open() {
        return Tokens.open(db, names);
    }

    /**
     * Folds the page, rows and tokens together.
     *
     * @param expected the tokens as the caller knows them
     * @return the tokens afterwards; nothing is folded when another engine moved them meanwhile
     */
    Map<String, Long> fold(List<StoredEvent> page, Map<String, Long> expected) {
        var deliveries = page.stream().map(event -> new Delivery(event, codec)).toList();
        var suspects = new HashSet<Projector>();
        while (true) {
            try {
                return db.transactionResult(tx -> attempt(tx.dsl(), deliveries, expected, suspects));
            } catch (Suspicion suspicion) {
                // Once more, this projection with care. Ends: each round adds a suspect.
                suspects.add(suspicion.projector);
            }
        }
    }

    private Map<String, Long> attempt(
            DSLContext tx, List<Delivery> page, Map<String, Long> expected, Set<Projector> suspects) {
        var stored = Tokens.lock(tx, names);
        if (!stored.equals(expected)) {
            return stored;
        }
        var park = Park.read(tx);
        var begun = firstPositions(page);
        for (var projector : projectors) {
            var token = stored.getOrDefault(projector.name(), 0L);
            var mine = page.stream()
                    .filter(event -> event.position() > token && projector.handles(event))
                    .toList();
            var free = park.divert(tx, projector.name(), mine);
            if (suspects.contains(projector)) {
                foldWithCare(tx, projector, free, park);
            } else {
                foldAtOnce(tx, projector, free, begunAfter(begun, token));
            }
        }
        var last = page.getLast().position();
        Tokens.move(tx, names, last);
        var moved = new HashMap<>(stored);
        moved.replaceAll((_, position) -> Math.max(position, last));
        return moved;
    }

    private void foldAtOnce(DSLContext tx, Projector projector, List<Delivery> events, Set<String> begun) {
        try {
            projector.fold(tx, events, begun);
        } catch (RuntimeException e) {
            throw Faults.ofTheEvent(e) ? new Suspicion(projector, e) : e;
        }
    }

    /** Halves what fails, each part under a savepoint, until the culprits stand alone and are parked. */
    private void foldWithCare(DSLContext tx, Projector projector, List<Delivery> all, Park park) {
        var events = park.divert(tx, projector.name(), all);
        var fault = tryFold(tx, projector, events);
        if (fault == null) {
            return;
        }
        if (events.size() == 1) {
            park.park(tx, projector.name(), events.getFirst(), Faults.reason(fault));
            return;
        }
        var half = events.size() / 2;
        foldWithCare(tx, projector, events.subList(0, half), park);
        foldWithCare(tx, projector, events.subList(half, events.size()), park);
    }

    private static @Nullable RuntimeException tryFold(DSLContext tx, Projector projector, List<Delivery> events) {
        try {
            tx.transaction(savepoint -> projector.fold(savepoint.dsl(), events, Set.of()));
            return null;
        } catch (RuntimeException e) {
            if (!Faults.ofTheEvent(e)) {
                throw e;
            }
            return e;
        }
    }

    /** Folds parked events again, stream by stream and in order; what still fails is parked again. */
    int retry(String projection, java.util.function.Function<String, List<StoredEvent>> stream) {
        var projector = projectors.stream()
                .filter(candidate -> candidate.name().equals(projection))
                .findAny()
                .orElseThrow(() ->
                        new IllegalArgumentException("projection " + projection + " is unknown: use one of " + names));
        int folded = 0;
        for (var aggregateId : Park.aggregates(db, projection)) {
            folded += db.transactionResult(tx -> {
                Tokens.lock(tx.dsl(), names);
                var park = Park.read(tx.dsl());
                var parked = park.release(tx.dsl(), projection, aggregateId);
                var events = new ArrayList<Delivery>();
                for (var event : stream.apply(aggregateId)) {
                    if (parked.contains(event.position())) {
                        events.add(new Delivery(event, codec));
                    }
                }
                foldWithCare(tx.dsl(), projector, events, park);
                return parked.size() - Park.count(tx.dsl(), projection, aggregateId);
            });
        }
        return folded;
    }

    private static Map<String, Long> firstPositions(List<Delivery> page) {
        var first = new HashMap<String, Long>();
        for (var event : page) {
            if (event.event().sequence() == 0) {
                first.put(event.aggregateId(), event.position());
            }
        }
        return first;
    }

    private static Set<String> begunAfter(Map<String, Long> first, long token) {
        return first.entrySet().stream()
                .filter(entry -> entry.getValue() > token)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** A projection could not fold the page; the transaction is undone and done again with care. */
    private static final class Suspicion extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient Projector projector;

        Suspicion(Projector projector, RuntimeException cause) {
            super(projector.name(), cause);
            this.projector = projector;
        }
    }
}
