package io.fairlead.gateway.topics;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.fairlead.log.EventLog;
import io.fairlead.log.MetadataKeys;
import io.fairlead.log.StoredEvent;
import io.fairlead.log.WriterSchemas;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An event log over a list. The same calls make the same events, also in another process. */
final class LogInMemory implements EventLog, WriterSchemas {

    static final String TYPE = "io.fairlead.test.event.Noted";
    static final long FINGERPRINT = 42;
    static final String SCHEMA = """
            {"type":"record","name":"Noted","namespace":"io.fairlead.test.event","doc":"A note.","fields":[
            {"name":"text","type":{"type":"string","avro.java.string":"String"},"doc":"what"}]}""";

    private static final Instant START = Instant.parse("2026-03-01T08:00:00.123456Z");

    private final List<StoredEvent> events = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();

    /** Appends events round about ten aggregates of two kinds. */
    @CanIgnoreReturnValue
    LogInMemory filled(int count) {
        for (int i = 0; i < count; i++) {
            append((i % 3 == 0 ? "deal:" : "time-entry:") + i % 10, payload("note " + i));
        }
        return this;
    }

    @CanIgnoreReturnValue
    synchronized StoredEvent append(String aggregateId, byte[] payload) {
        long position = events.size() + 1L;
        long sequence = sequences.merge(aggregateId, 1L, Long::sum) - 1;
        var event = new StoredEvent(
                position,
                new UUID(7, position).toString(),
                aggregateId,
                "Note",
                sequence,
                TYPE,
                FINGERPRINT,
                START.plusMillis(position),
                Map.of(MetadataKeys.CORRELATION_ID, "c-" + position, MetadataKeys.CAUSATION_ID, "k-" + position),
                payload);
        events.add(event);
        notifyAll();
        return event;
    }

    /** Avro binary of one short text. */
    static byte[] payload(String text) {
        var bytes = new byte[text.length() + 1];
        bytes[0] = (byte) (text.length() * 2); // zigzag of a length below 64
        for (int i = 0; i < text.length(); i++) {
            bytes[i + 1] = (byte) text.charAt(i);
        }
        return bytes;
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

    @Override
    public String jsonOf(long fingerprint) {
        return SCHEMA;
    }
}
