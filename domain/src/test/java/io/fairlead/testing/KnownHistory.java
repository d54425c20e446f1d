package io.fairlead.testing;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.fairlead.shared.StreamHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** A log of a few streams. */
public final class KnownHistory implements StreamHistory {

    private final Map<String, List<Told>> streams = new HashMap<>();

    private record Told(SpecificRecord event, Instant at) {}

    /** Adds events to a stream, as stored before whatever is reacted to. */
    @CanIgnoreReturnValue
    public KnownHistory with(String streamKey, SpecificRecord... events) {
        return at(Instant.MIN, streamKey, events);
    }

    /** Adds events to a stream, as stored at that moment. */
    @CanIgnoreReturnValue
    public KnownHistory at(Instant moment, String streamKey, SpecificRecord... events) {
        var stream = streams.computeIfAbsent(streamKey, _ -> new ArrayList<>());
        List.of(events).forEach(event -> stream.add(new Told(event, moment)));
        return this;
    }

    @Override
    public <T extends SpecificRecord> List<T> all(String streamKey, Class<T> type) {
        return all(streamKey, type, Instant.MAX);
    }

    @Override
    public <T extends SpecificRecord> List<T> all(String streamKey, Class<T> type, Instant until) {
        return streams.getOrDefault(streamKey, List.of()).stream()
                .filter(told -> !told.at().isAfter(until))
                .map(Told::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
