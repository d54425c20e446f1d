package io.fairlead.app.explain;

import io.fairlead.app.history.Histories;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is read of the log to answer one question: each stream once, up to one time. Not thread-safe. */
final class Trail {

    private final Histories histories;
    private final @Nullable Instant asOf;
    private final Map<String, List<Told>> streams = new HashMap<>();
    private final Map<Long, Optional<Told>> places = new HashMap<>();
    private final List<String> differences = new ArrayList<>();

    Trail(Histories histories, @Nullable Instant asOf) {
        this.histories = histories;
        this.asOf = asOf;
    }

    /** All events of the stream; empty when there is none. */
    List<Told> of(String stream) {
        return streams.computeIfAbsent(stream, key -> histories.opened(key, asOf).stream()
                .map(opened -> new Told(key, opened.event(), opened.payload()))
                .toList());
    }

    /** The event at a place in the log. */
    Optional<Told> at(long position) {
        return places.computeIfAbsent(position, place -> histories
                .at(place)
                .map(found -> new Told(
                        found.stream(), found.opened().event(), found.opened().payload())));
    }

    Optional<Told> last(String stream, String type) {
        return of(stream).stream().filter(told -> told.is(type)).reduce((_, later) -> later);
    }

    /** Tells that a sum does not come out. */
    void differs(String sentence) {
        differences.add(sentence);
    }

    List<String> differences() {
        return List.copyOf(differences);
    }

    @Nullable
    Instant asOf() {
        return asOf;
    }
}
