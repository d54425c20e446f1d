package io.fairlead.shared;

import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * Streams as they were at a moment; made by {@link StreamHistory#asOf}.
 *
 * @param history with what was stored since
 * @param moment the last that counts
 */
record PastHistory(StreamHistory history, Instant moment) implements StreamHistory {

    @Override
    public <T extends SpecificRecord> List<T> all(String streamKey, Class<T> type) {
        return history.all(streamKey, type, moment);
    }

    @Override
    public <T extends SpecificRecord> List<T> all(String streamKey, Class<T> type, Instant until) {
        return history.all(streamKey, type, until.isBefore(moment) ? until : moment);
    }
}
