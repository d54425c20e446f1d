package io.fairlead.app.lookup;

import io.fairlead.log.EventLog;
import io.fairlead.log.StoredEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A log of events without content, told by their streams, which counts how often it is read. */
final class ListedLog implements EventLog {

    private final List<StoredEvent> stored = new ArrayList<>();
    private int reads;

    /** Adds one event to each of these streams. */
    void store(String... streams) {
        for (var stream : streams) {
            long position = stored.size() + 1L;
            stored.add(new StoredEvent(
                    position, "e" + position, stream, "", 0, "", 0, Instant.EPOCH, Map.of(), new byte[0]));
        }
    }

    int reads() {
        return reads;
    }

    @Override
    public List<StoredEvent> after(long position, int limit) {
        reads++;
        return stored.stream()
                .filter(event -> event.position() > position)
                .limit(limit)
                .toList();
    }

    @Override
    public long head() {
        return stored.size();
    }

    @Override
    public long awaitBeyond(long position, Duration timeout) {
        return head();
    }

    @Override
    public List<StoredEvent> stream(String aggregateId, long fromSequence) {
        throw new UnsupportedOperationException();
    }
}
