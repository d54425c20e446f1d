package io.fairlead.gateway.topics;

import io.fairlead.log.EventLog;
import io.fairlead.log.StoredEvent;
import java.time.Duration;
import java.util.List;

/** A log of the same length whose events have other ids: a store that was restored and went another way. */
record Elsewhere(EventLog log) implements EventLog {

    @Override
    public List<StoredEvent> after(long position, int limit) {
        return log.after(position, limit).stream()
                .map(event -> new StoredEvent(
                        event.position(),
                        "other-" + event.eventId(),
                        event.aggregateId(),
                        event.aggregateType(),
                        event.sequence(),
                        event.type(),
                        event.schemaFingerprint(),
                        event.recordedAt(),
                        event.metadata(),
                        event.payload()))
                .toList();
    }

    @Override
    public long head() {
        return log.head();
    }

    @Override
    public long awaitBeyond(long position, Duration timeout) {
        return log.awaitBeyond(position, timeout);
    }

    @Override
    public List<StoredEvent> stream(String aggregateId, long fromSequence) {
        return log.stream(aggregateId, fromSequence);
    }
}
