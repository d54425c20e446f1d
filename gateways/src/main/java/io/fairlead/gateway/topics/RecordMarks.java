package io.fairlead.gateway.topics;

import io.fairlead.log.StoredEvent;
import io.fairlead.log.WriterSchemas;
import io.fairlead.schema.PortableSchema;
import io.fairlead.schema.RegistryClient;
import io.fairlead.schema.RegistryRefused;
import io.fairlead.schema.Subjects;
import io.fairlead.schema.WireFormat;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * All that a topic's record says - topic, key, time, headers, schema and value - as one number, so that {@code verify}
 * holds millions of them against the log. Two that differ have the same mark once in 2^64. Thread-safe.
 */
public final class RecordMarks {

    private static final String NO_SCHEMA = "";

    private final WriterSchemas schemas;
    private final RegistryClient registry;
    private final Map<Long, String> byFingerprint = new ConcurrentHashMap<>();
    private final Map<Integer, String> byRegistryId = new ConcurrentHashMap<>();

    /**
     * @param schemas that the events were written with
     * @param registry that knows the ids on the topics
     */
    public RecordMarks(WriterSchemas schemas, RegistryClient registry) {
        this.schemas = schemas;
        this.registry = registry;
    }

    /** Of the record that the event has to have on its topic. */
    public long of(StoredEvent event) {
        var schema = byFingerprint.computeIfAbsent(
                event.schemaFingerprint(), known -> portable(new Schema.Parser().parse(schemas.jsonOf(known))));
        return mark(
                Subjects.topicOf(event.aggregateId()),
                event.aggregateId().getBytes(StandardCharsets.UTF_8),
                event.recordedAt().toEpochMilli(),
                EventRecords.headers(event),
                schema,
                event.payload());
    }

    /** Of a record as it was read. */
    long of(ConsumerRecord<byte[], byte[]> record) {
        var value = record.value() == null ? new byte[0] : record.value();
        try {
            var framed = WireFormat.decode(value);
            return mark(record, schemaOf(framed.schemaId()), framed.payload());
        } catch (IllegalArgumentException e) {
            return mark(record, NO_SCHEMA, value); // In no wire format: it is no record of an event.
        }
    }

    private static long mark(ConsumerRecord<byte[], byte[]> record, String schema, byte[] payload) {
        var key = record.key() == null ? new byte[0] : record.key();
        return mark(record.topic(), key, record.timestamp(), record.headers(), schema, payload);
    }

    private String schemaOf(int registryId) {
        return byRegistryId.computeIfAbsent(registryId, id -> {
            try {
                return portable(registry.byId(id));
            } catch (RegistryRefused unknown) {
                return NO_SCHEMA;
            }
        });
    }

    private static String portable(Schema schema) {
        return PortableSchema.of(schema).toString();
    }

    private static long mark(
            String topic, byte[] key, long time, Iterable<Header> headers, String schema, byte[] payload) {
        var digest = sha256();
        add(digest, topic.getBytes(StandardCharsets.UTF_8));
        add(digest, key);
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, time));
        for (var header : headers) {
            add(digest, header.key().getBytes(StandardCharsets.UTF_8));
            add(digest, header.value() == null ? new byte[0] : header.value());
        }
        add(digest, schema.getBytes(StandardCharsets.UTF_8));
        add(digest, payload);
        return ByteBuffer.wrap(digest.digest()).getLong();
    }

    /** With its length before it, so that no byte can move to a neighbour. */
    private static void add(MessageDigest digest, byte[] part) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, part.length));
        digest.update(part);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
