package io.fairlead.gateway.topics;

import io.fairlead.log.MetadataKeys;
import io.fairlead.log.StoredEvent;
import io.fairlead.log.WriterSchemas;
import io.fairlead.schema.RegistryClient;
import io.fairlead.schema.RegistryRefused;
import io.fairlead.schema.Subjects;
import io.fairlead.schema.WireFormat;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/** Makes topic records of stored events: Confluent's wire format, CloudEvents headers in binary mode. One thread. */
final class EventRecords {

    private static final Header SPEC_VERSION = header("ce_specversion", "1.0");
    private static final Header SOURCE = header("ce_source", "/fairlead");
    private static final Header CONTENT_TYPE = header("content-type", "application/avro");

    private final WriterSchemas schemas;
    private final RegistryClient registry;
    private final Map<Contract, Integer> ids = new HashMap<>();

    private record Contract(long fingerprint, String topic) {}

    EventRecords(WriterSchemas schemas, RegistryClient registry) {
        this.schemas = schemas;
        this.registry = registry;
    }

    /**
     * The event as it stands on its topic.
     *
     * @throws PublishingHeld when the registry refuses its schema
     * @throws PublishingStopped when the event can never stand on a topic as it is
     */
    ProducerRecord<byte[], byte[]> recordOf(StoredEvent event) {
        var topic = PublisherWait.EVERY;
        try {
            topic = Subjects.topicOf(event.aggregateId());
            var value = WireFormat.encode(schemaId(event, topic), event.payload());
            long time = event.recordedAt().toEpochMilli();
            return new ProducerRecord<>(topic, null, time, bytes(event.aggregateId()), value, headers(event));
        } catch (RegistryRefused e) {
            throw new PublishingHeld(event, topic, e);
        } catch (IllegalArgumentException | NoSuchElementException | AvroRuntimeException e) {
            throw rejected(event, topic, e);
        }
    }

    static PublishingStopped rejected(StoredEvent event, String topic, Exception reason) {
        return new PublishingStopped(
                topic,
                "event " + event.eventId() + " (" + event.type() + ", position " + event.position() + ", "
                        + event.aggregateId() + ") was rejected: " + reason.getMessage()
                        + "; nothing was skipped, mend the cause and start the publisher again",
                reason);
    }

    private int schemaId(StoredEvent event, String topic) {
        var contract = new Contract(event.schemaFingerprint(), topic);
        var known = ids.get(contract);
        if (known != null) {
            return known;
        }
        var schema = new Schema.Parser().parse(schemas.jsonOf(event.schemaFingerprint()));
        int id = registry.register(Subjects.subject(topic, schema.getFullName()), schema);
        ids.put(contract, id);
        return id;
    }

    /** What stands beside the value of an event's record. */
    static List<Header> headers(StoredEvent event) {
        var headers = new ArrayList<Header>(12);
        headers.add(SPEC_VERSION);
        headers.add(header("ce_id", event.eventId()));
        headers.add(header("ce_type", event.type()));
        headers.add(SOURCE);
        headers.add(header("ce_subject", event.aggregateId()));
        headers.add(header("ce_time", event.recordedAt().toString()));
        headers.add(header("ce_sequence", Long.toString(event.sequence())));
        headers.add(header("ce_position", Long.toString(event.position())));
        addIfThere(headers, "ce_correlationid", event.metadata().get(MetadataKeys.CORRELATION_ID));
        addIfThere(headers, "ce_causationid", event.metadata().get(MetadataKeys.CAUSATION_ID));
        headers.add(CONTENT_TYPE);
        return headers;
    }

    private static void addIfThere(List<Header> headers, String name, @Nullable String value) {
        if (value != null) {
            headers.add(header(name, value));
        }
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, bytes(value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
