package io.fairlead.store;

import io.fairlead.store.append.Appender;
import java.util.Map;

/**
 * An event on its way into the log; {@link Appender} gives it position, time and hash.
 *
 * @param eventId UUIDv7, see {@link EventIds}
 * @param type stable name, the Avro full name
 * @param schema the writer's schema
 * @param metadata keys of {@link io.fairlead.log.MetadataKeys}
 * @param payload Avro binary; shared, not copied
 */
public record NewEvent(
        String eventId, String type, WriterSchema schema, Map<String, String> metadata, byte[] payload) {}
