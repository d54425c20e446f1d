package io.fairlead.gateway.topics;

import io.fairlead.log.EventLog;
import io.fairlead.log.ForwardingEventLog;
import io.fairlead.log.StoredEvent;
import java.util.List;

/** A log of the same length whose events have other ids: a store that was restored and went another way. */
final class Elsewhere extends ForwardingEventLog {

    Elsewhere(EventLog log) {
        super(log);
    }

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
}
