package io.fairlead.shared;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** What a stream holds, read from the log itself: for reactions that need an earlier fact of the same thing. */
public interface StreamHistory {

    /** All events of the stream, in order. */
    default List<SpecificRecord> all(String streamKey) {
        return all(streamKey, SpecificRecord.class);
    }

    /** All events of the type in the stream, in order; {@link SpecificRecord} means every type. */
    <T extends SpecificRecord> List<T> all(String streamKey, Class<T> type);

    /** Those of them that were stored at that moment or before. */
    <T extends SpecificRecord> List<T> all(String streamKey, Class<T> type, Instant until);

    /** All streams as they were at that moment: a reaction that comes again decides by what was so when its event was stored. */
    default StreamHistory asOf(Instant moment) {
        return new PastHistory(this, moment);
    }

    /** The last event of the type in the stream. */
    default <T extends SpecificRecord> Optional<T> last(String streamKey, Class<T> type) {
        var events = all(streamKey, type);
        return events.isEmpty() ? Optional.empty() : Optional.of(events.getLast());
    }
}
