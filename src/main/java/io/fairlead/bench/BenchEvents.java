package io.fairlead.bench;

import io.fairlead.log.MetadataKeys;
import io.fairlead.log.WriterSchemas;
import io.fairlead.schema.EventCodec;
import io.fairlead.store.EventIds;
import io.fairlead.time.event.TimeRecorded;
import io.fairlead.time.event.TimeSubmitted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.GenericMessage;

/** The events of the benches: real ones of a time entry, with the metadata that real ones have. */
final class BenchEvents {

    static final String[] METADATA_KEYS = {
        MetadataKeys.ACTOR,
        MetadataKeys.CLIENT,
        MetadataKeys.COMMAND_ID,
        MetadataKeys.REQUEST_HASH,
        MetadataKeys.CORRELATION_ID,
        MetadataKeys.CAUSATION_ID,
        MetadataKeys.LEGAL_ENTITY
    };

    static final String BODY_HASH = "8b6b6f6d9a0f3ad1f0c0f7e2d9d7a7b1c3e5f708192a3b4c5d6e7f8091a2b3c4";

    private BenchEvents() {}

    /** What the peer's codec needs: the schemas of today's classes. */
    static WriterSchemas schemas() {
        var codec = new EventCodec(_ -> "");
        Map<Long, String> known = Stream.of(TimeRecorded.getClassSchema(), TimeSubmitted.getClassSchema())
                .collect(Collectors.toMap(codec::fingerprint, Schema::toString));
        return fingerprint -> known.getOrDefault(fingerprint, "");
    }

    static String newStream() {
        return "time-entry:" + UUID.randomUUID();
    }

    static Map<String, String> metadata(String key) {
        return Map.of(
                MetadataKeys.ACTOR, "local|ann.bench",
                MetadataKeys.CLIENT, "bench",
                MetadataKeys.COMMAND_ID, key,
                MetadataKeys.REQUEST_HASH, BODY_HASH,
                MetadataKeys.CORRELATION_ID, key,
                MetadataKeys.CAUSATION_ID, key,
                MetadataKeys.LEGAL_ENTITY, "legal-entity:us");
    }

    static DomainEventMessage<TimeRecorded> recorded(String stream) {
        var record = TimeRecorded.newBuilder()
                .setTimeEntryId(stream)
                .setSource("psa")
                .setSourceId(stream.substring(11, 19))
                .setPersonId("person:ann")
                .setProjectId("project:apollo")
                .setContractId("contract:apollo-2026")
                .setCustomerId("customer:acme")
                .setLegalEntityId("legal-entity:us")
                .setLineNo(1)
                .setWorkType("consulting")
                .setZone("America/New_York")
                .setWorkDate(LocalDate.of(2026, 3, 2))
                .setSeconds(27_000)
                .setTimeClass("BILLABLE")
                .setAuthor("local|ann.bench")
                .build();
        var id = EventIds.at(System.currentTimeMillis());
        return new GenericDomainEventMessage<>(
                "TimeEntry", stream, 0, new GenericMessage<>(id, record, metadata(id)), Instant::now);
    }
}
