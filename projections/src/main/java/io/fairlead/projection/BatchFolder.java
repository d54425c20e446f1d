package io.fairlead.projection;

import io.fairlead.log.StoredEvent;
import io.fairlead.schema.EventCodec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Folds one page of the log into all projections in one transaction, and isolates events that cannot be folded. Serves
 * one thread at a time.
 */
final class BatchFolder {

    private final DSLContext db;
    private final EventCodec codec;
    private final boolean fresh;
    private final List<Projector> projectors;
    private final Set<String> names;
    private final Map<Class<?>, List<Projector>> byType = new ConcurrentHashMap<>();

    /** @param fresh whether the tables began empty: rows are copied in, and commits do not wait for the disk */
    BatchFolder(DSLContext db, EventCodec codec, List<? extends Projection> folds, boolean fresh) {
        this.fresh = fresh;
        this.db = db;
        this.codec = codec;
        this.projectors = folds.stream().map(Projector::new).toList();
        this.names = projectors.stream().map(Projector::name).collect(Collectors.toSet());
    }

    Set<String> names() {
        return names;
    }

    /** Whether any projection takes events of this type. */
    boolean handles(PendingEvent event) {
        return !projectorsOf(event).isEmpty();
    }

    /**
     * Folds what lies after the known positions, rows and positions together.
     *
     * @param segments to fold; events of others are skipped
     * @param known the positions as the caller knows them
     * @param limit events after it are skipped
     * @return the positions afterwards; nothing is folded when another engine moved a segment meanwhile
     */
    Positions fold(List<PendingEvent> page, SegmentSet segments, Positions known, Positions limit) {
        return withCare(suspects -> db.transactionResult(tx -> {
            var own = tx.dsl();
            if (fresh) {
                own.execute("set local synchronous_commit = off"); // The switch's commit waits for all before it.
            }
            var locked = Segments.lock(own, segments);
            ProjectionDatabase.findByKey(own);
            if (!locked.positions().agreesWith(known, segments)) {
                return known.with(locked.positions(), segments);
            }
            foldViews(own, wanted(page, segments, known, limit), known(locked.views()), locked.anyParked(), suspects);
            long last = page.getLast().position();
            Segments.move(own, segments, last, limit);
            return known.advanced(segments, last, limit);
        }));
    }

    /** Folds into the given projections only, and moves nothing: how a projection that is new catches up. */
    void foldNewcomers(
            DSLContext own, List<PendingEvent> page, Set<String> newcomers, Positions known, Positions limit) {
        var _ = withCare(suspects -> own.transactionResult(tx -> {
            ProjectionDatabase.findByKey(tx.dsl());
            foldViews(tx.dsl(), wanted(page, SegmentSet.ALL, known, limit), newcomers, true, suspects);
            return known;
        }));
    }

    /** Views that another version of the program folds: this one would leave them behind. */
    private Set<String> known(Set<String> joined) {
        if (!names.containsAll(joined)) {
            var unknown = new HashSet<>(joined);
            unknown.removeAll(names);
            throw new IllegalStateException(
                    "views " + unknown + " are followed by a newer version: this one folds nothing more; stop it");
        }
        return joined;
    }

    private Positions withCare(Function<Set<Projector>, Positions> attempt) {
        var suspects = new HashSet<Projector>();
        while (true) {
            try {
                return attempt.apply(suspects);
            } catch (Suspicion suspicion) {
                // Once more, this projection with care. Ends: each round adds a suspect.
                suspects.add(suspicion.projector);
            }
        }
    }

    private static List<PendingEvent> wanted(
            List<PendingEvent> page, SegmentSet segments, Positions known, Positions limit) {
        var wanted = new ArrayList<PendingEvent>(page.size());
        for (var event : page) {
            if (segments.contains(event.segment()) && known.isBefore(event, limit)) {
                wanted.add(event);
            }
        }
        return wanted;
    }

    private void foldViews(
            DSLContext tx, List<PendingEvent> events, Set<String> views, boolean anyParked, Set<Projector> suspects) {
        var byProjector = new HashMap<Projector, List<PendingEvent>>();
        var begun = new HashSet<String>();
        for (var event : events) {
            if (event.event().sequence() == 0) {
                begun.add(event.aggregateId());
            }
            for (var projector : projectorsOf(event)) {
                byProjector.computeIfAbsent(projector, _ -> new ArrayList<>()).add(event);
            }
        }
        var park = anyParked ? Park.read(tx) : Park.empty();
        for (var projector : projectors) {
            var mine = byProjector.get(projector);
            if (mine == null || !views.contains(projector.name())) {
                continue;
            }
            var free = park.divert(tx, projector.name(), mine);
            if (suspects.contains(projector)) {
                foldWithCare(tx, projector, free, park);
            } else {
                foldAtOnce(tx, projector, free, begun);
            }
        }
    }

    private List<Projector> projectorsOf(PendingEvent event) {
        var type = event.type();
        return type.isEmpty()
                ? List.of()
                : byType.computeIfAbsent(type.get(), known -> projectors.stream()
                        .filter(projector -> projector.handles(known))
                        .toList());
    }

    private void foldAtOnce(DSLContext tx, Projector projector, List<PendingEvent> events, Set<String> begun) {
        try {
            projector.fold(tx, events, begun, fresh);
        } catch (RuntimeException e) {
            throw EventFaults.ofTheEvent(e) ? new Suspicion(projector, e) : e;
        }
    }

    /** Halves what fails, each part under a savepoint, until the culprits stand alone and are parked. */
    private void foldWithCare(DSLContext tx, Projector projector, List<PendingEvent> all, Park park) {
        var events = park.divert(tx, projector.name(), all);
        var fault = tryFold(tx, projector, events);
        if (fault == null) {
            return;
        }
        if (events.size() == 1) {
            park.park(tx, projector.name(), events.getFirst(), EventFaults.reason(fault));
            return;
        }
        var half = events.size() / 2;
        foldWithCare(tx, projector, events.subList(0, half), park);
        foldWithCare(tx, projector, events.subList(half, events.size()), park);
    }

    private static @Nullable RuntimeException tryFold(DSLContext tx, Projector projector, List<PendingEvent> events) {
        try {
            tx.transaction(savepoint -> projector.fold(savepoint.dsl(), events, Set.of(), false));
            return null;
        } catch (RuntimeException e) {
            if (!EventFaults.ofTheEvent(e)) {
                throw e;
            }
            return e;
        }
    }

    /** Folds parked events again, stream by stream and in order; what still fails is parked again. */
    int retry(String projection, @Nullable String onlyStream, Function<String, List<StoredEvent>> stream) {
        var projector = projectors.stream()
                .filter(candidate -> candidate.name().equals(projection))
                .findAny()
                .orElseThrow(() ->
                        new IllegalArgumentException("projection " + projection + " is unknown: use one of " + names));
        int folded = 0;
        for (var aggregateId : onlyStream == null ? Park.aggregates(db, projection) : List.of(onlyStream)) {
            folded += db.transactionResult(tx -> {
                var _ = Segments.lock(tx.dsl(), SegmentSet.of(List.of(SegmentSet.segmentOf(aggregateId))));
                var park = Park.read(tx.dsl());
                var parked = park.release(tx.dsl(), projection, aggregateId);
                var events = new ArrayList<PendingEvent>();
                for (var event : stream.apply(aggregateId)) {
                    if (parked.contains(event.position())) {
                        events.add(new PendingEvent(event, codec));
                    }
                }
                foldWithCare(tx.dsl(), projector, events, park);
                return parked.size() - Park.count(tx.dsl(), projection, aggregateId);
            });
        }
        return folded;
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
