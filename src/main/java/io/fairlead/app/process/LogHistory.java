package io.fairlead.app.process;

import io.fairlead.log.EventLog;
import io.fairlead.schema.EventCodec;
import io.fairlead.shared.StreamHistory;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Streams read from the log itself. */
public final class LogHistory implements StreamHistory {

    private final EventLog log;
    private final EventCodec codec;

    public LogHistory(EventLog log, EventCodec codec) {
        this.log = log;
        this.codec = codec;
    }

    @Override
    public <T extends SpecificRecord> List<T> all(String streamKey, Class<T> type) {
        return all(streamKey, type, Instant.MAX);
    }

    @Override
    public <T extends SpecificRecord> List<T> all(String streamKey, Class<T> type, Instant until) {
        return log.stream(streamKey, 0).stream()
                .filter(event -> !event.recordedAt().isAfter(until))
                .filter(event ->
                        type.equals(SpecificRecord.class) || event.type().equals(type.getName()))
                .map(event -> type.cast(codec.decode(event)))
                .toList();
    }
}
