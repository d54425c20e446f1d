package io.fairlead.projection;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.fairlead.log.EventLog;
import io.fairlead.log.MetadataKeys;
import io.fairlead.log.StoredEvent;
import io.fairlead.log.WriterSchemas;
import io.fairlead.schema.EventCodec;
import io.fairlead.testing.OtherBuild;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/** A log in memory: tests append records, the engine reads them as stored bytes. */
public final class MemoryLog implements EventLog {

    private static final Instant BEGIN = Instant.parse("2026-03-02T08:00:00Z");

    private final Map<Long, String> schemas = new HashMap<>();
    private final WriterSchemas writerSchemas = fingerprint -> Objects.requireNonNull(schemas.get(fingerprint));
    private final EventCodec codec = new EventCodec(writerSchemas);
    private final List<StoredEvent> events = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();

    public EventCodec codec() {
        return codec;
    }

    /** Appends the event to the stream that its first field names. */
    @CanIgnoreReturnValue
    public synchronized StoredEvent append(SpecificRecord event) {
        return append(event, codec.encode(event));
    }

    /** Appends bytes that stand for the event. */
    @CanIgnoreReturnValue
    public synchronized StoredEvent append(SpecificRecord event, byte[] payload) {
        var fingerprint = codec.fingerprint(event.getSchema());
        schemas.putIfAbsent(fingerprint, event.getSchema().toString());
        return append((String) event.get(0), event.getSchema().getFullName(), fingerprint, payload);
    }

    private StoredEvent append(String aggregateId, String type, long fingerprint, byte[] payload) {
        long position = events.size() + 1L;
        var id = UUID.nameUUIDFromBytes(("event " + position).getBytes(StandardCharsets.UTF_8));
        var stored = new StoredEvent(
                position,
                id.toString(),
                aggregateId,
                "Any",
                sequences.merge(aggregateId, 0L, (last, _) -> last + 1),
                type,
                fingerprint,
                BEGIN.plusMillis(position),
                Map.of(MetadataKeys.ACTOR, "local|tester"),
                payload);
        events.add(stored);
        notifyAll();
        return stored;
    }

    /** Appends an event of the stream as another build writes it. */
    @CanIgnoreReturnValue
    public synchronized StoredEvent append(OtherBuild build, String aggregateId) {
        schemas.putIfAbsent(build.fingerprint(), build.json());
        return append(aggregateId, build.schema().getFullName(), build.fingerprint(), build.payload(aggregateId));
    }

    public void appendAll(Iterable<? extends SpecificRecord> all) {
        all.forEach(this::append);
    }

    /** Replaces the bytes of an event, as a repair would. */
    public synchronized void repair(long position, SpecificRecord event) {
        var old = events.get((int) position - 1);
        events.set(
                (int) position - 1,
                new StoredEvent(
                        old.position(),
                        old.eventId(),
                        old.aggregateId(),
                        old.aggregateType(),
                        old.sequence(),
                        old.type(),
                        old.schemaFingerprint(),
                        old.recordedAt(),
                        old.metadata(),
                        codec.encode(event)));
    }

    @Override
    public synchronized List<StoredEvent> after(long position, int limit) {
        int from = (int) Math.min(position, events.size());
        return List.copyOf(events.subList(from, Math.min(events.size(), from + limit)));
    }

    @Override
    public synchronized long head() {
        return events.size();
    }

    @Override
    public synchronized long awaitBeyond(long position, Duration timeout) {
        if (events.size() <= position) {
            try {
                wait(timeout.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return events.size();
    }

    @Override
    public synchronized List<StoredEvent> stream(String aggregateId, long fromSequence) {
        return events.stream()
                .filter(event -> event.aggregateId().equals(aggregateId) && event.sequence() >= fromSequence)
                .toList();
    }
}
