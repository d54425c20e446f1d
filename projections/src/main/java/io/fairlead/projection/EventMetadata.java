package io.fairlead.projection;

import io.fairlead.log.MetadataKeys;
import io.fairlead.log.StoredEvent;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * What the log knows of an event besides its payload; a projection's handler takes it as second parameter.
 *
 * @param position place in the log
 * @param eventId unique in the log
 * @param aggregateId stream key with its kind as prefix
 * @param sequence place in its stream, from 0
 * @param recordedAt real time of recording, UTC
 * @param metadata keys in {@link MetadataKeys}
 */
public record EventMetadata(
        long position,
        String eventId,
        String aggregateId,
        long sequence,
        Instant recordedAt,
        Map<String, String> metadata) {

    static EventMetadata of(StoredEvent event) {
        return new EventMetadata(
                event.position(),
                event.eventId(),
                event.aggregateId(),
                event.sequence(),
                event.recordedAt(),
                event.metadata());
    }

    /** Who acted, {@code issuer|subject}; empty when the log does not say. */
    public String actor() {
        return metadata.getOrDefault(MetadataKeys.ACTOR, "");
    }

    /** Time of recording as tables hold it. */
    public OffsetDateTime recorded() {
        return recordedAt.atOffset(ZoneOffset.UTC);
    }
}
