package io.fairlead.log;

import java.time.Instant;
import java.util.Map;

/**
 * One event as stored. The payload array is shared, not copied: readers must not change it.
 *
 * @param position place in the log, from 1, ascending in commit order
 * @param eventId UUIDv7, unique in the log
 * @param aggregateId stream key with its kind as prefix, for example {@code time-entry:<uuid>}
 * @param aggregateType simple name of the aggregate, for example {@code TimeEntry}
 * @param sequence place in its stream, from 0, without holes
 * @param type stable event name, the Avro full name, for example {@code io.fairlead.time.event.TimeApproved}
 * @param schemaFingerprint 64-bit fingerprint of the writer's schema, see {@link WriterSchemas}
 * @param recordedAt real time of recording, microseconds, UTC
 * @param metadata actor, command id, correlation and causation; keys in {@link MetadataKeys}
 * @param payload Avro binary of the writer's schema, without any header
 */
public record StoredEvent(
        long position,
        String eventId,
        String aggregateId,
        String aggregateType,
        long sequence,
        String type,
        long schemaFingerprint,
        Instant recordedAt,
        Map<String, String> metadata,
        byte[] payload) {}
