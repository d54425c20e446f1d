package io.fairlead.testing;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.fairlead.shared.StreamHistory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** A log of a few streams. */
public final class KnownHistory implements StreamHistory {

    private final Map<String, List<SpecificRecord>> streams = new HashMap<>();

    /** Adds events to a stream. */
    @CanIgnoreReturnValue
    public KnownHistory with(String streamKey, SpecificRecord... events) {
        streams.computeIfAbsent(streamKey, key -> new ArrayList<>()).addAll(List.of(events));
        return this;
    }

    @Override
    public <T extends SpecificRecord> List<T> all(String streamKey, Class<T> type) {
        return streams.getOrDefault(streamKey, List.of()).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
