package io.fairlead.store.append;

import io.fairlead.log.StoredEvent;
import io.fairlead.store.Appended;
import io.fairlead.store.ChainHash;
import io.fairlead.store.ChainHash.ChainedEvent;
import io.fairlead.store.Dictionary;
import io.fairlead.store.MetadataCodec;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The accepted requests of one transaction as columns, with their positions and hashes. */
final class Batch {

    /** Columns of es_stream, of new or of known streams. */
    static final class Streams {
        final List<Long> number = new ArrayList<>();
        final List<String> aggregateId = new ArrayList<>();
        final List<Integer> type = new ArrayList<>();
        final List<Long> expected = new ArrayList<>();
        final List<Long> version = new ArrayList<>();
        final List<Long> first = new ArrayList<>();
        final List<Long> last = new ArrayList<>();
        final List<byte[]> hash = new ArrayList<>();
    }

    final Streams fresh = new Streams();
    final Streams known = new Streams();

    final List<Long> position = new ArrayList<>();
    final List<Long> stream = new ArrayList<>();
    final List<Long> sequence = new ArrayList<>();
    final List<String> eventId = new ArrayList<>();
    final List<Integer> type = new ArrayList<>();
    final List<Long> schema = new ArrayList<>();
    final List<byte[]> metadata = new ArrayList<>();
    final List<byte[]> payload = new ArrayList<>();
    final List<byte[]> hash = new ArrayList<>();

    /** The same events as readers see them. */
    final List<StoredEvent> events = new ArrayList<>();

    final List<String> client = new ArrayList<>();
    final List<String> key = new ArrayList<>();
    final List<byte[]> requestHash = new ArrayList<>();
    final List<Long> commandFirst = new ArrayList<>();
    final List<Long> commandLast = new ArrayList<>();

    final long headBefore;
    final long lastStreamBefore;
    final long recordedMicros;
    private final Instant recordedAt;
    long head;
    long lastStream;

    private final Dictionary dictionary;
    private final ChainHash chain;

    Batch(long head, long lastStream, long recordedMicros, Dictionary dictionary, ChainHash chain) {
        this.headBefore = head;
        this.head = head;
        this.lastStreamBefore = lastStream;
        this.lastStream = lastStream;
        this.recordedMicros = recordedMicros;
        this.recordedAt = Instant.EPOCH.plus(recordedMicros, ChronoUnit.MICROS);
        this.dictionary = dictionary;
        this.chain = chain;
    }

    OffsetDateTime recordedAt() {
        return recordedAt.atOffset(ZoneOffset.UTC);
    }

    boolean isEmpty() {
        return position.isEmpty() && key.isEmpty();
    }

    /** Adds a request that passed its checks; {@code streamNumber} 0 means that the stream is new. */
    Appended add(PendingAppend pending, long streamNumber, byte[] previousHash) {
        var request = pending.request;
        var appended = request.events().isEmpty() ? Appended.NOTHING : addEvents(pending, streamNumber, previousHash);
        var command = request.command();
        if (command != null) {
            client.add(command.client());
            key.add(command.key());
            requestHash.add(HexFormat.of().parseHex(command.requestHash()));
            commandFirst.add(appended.firstPosition());
            commandLast.add(appended.lastPosition());
        }
        return appended;
    }

    private Appended addEvents(PendingAppend pending, long streamNumber, byte[] previousHash) {
        var request = pending.request;
        var number = streamNumber == 0 ? ++lastStream : streamNumber;
        var first = head + 1;
        var previous = previousHash;
        for (var i = 0; i < request.events().size(); i++) {
            var event = request.events().get(i);
            head++;
            previous = chain.of(
                    new ChainedEvent(
                            request.aggregateId(),
                            request.aggregateType(),
                            request.expectedVersion() + i,
                            head,
                            event.eventId(),
                            event.type(),
                            event.schema().fingerprint(),
                            recordedMicros,
                            pending.metadata.get(i),
                            event.payload()),
                    previous);
            position.add(head);
            stream.add(number);
            sequence.add(request.expectedVersion() + i);
            eventId.add(event.eventId());
            type.add(dictionary.number(event.type()));
            schema.add(event.schema().fingerprint());
            metadata.add(pending.metadata.get(i));
            payload.add(event.payload());
            hash.add(previous);
            events.add(new StoredEvent(
                    head,
                    event.eventId(),
                    request.aggregateId(),
                    request.aggregateType(),
                    request.expectedVersion() + i,
                    event.type(),
                    event.schema().fingerprint(),
                    recordedAt,
                    MetadataCodec.decode(pending.metadata.get(i)),
                    event.payload()));
        }
        var target = streamNumber == 0 ? fresh : known;
        target.number.add(number);
        target.aggregateId.add(request.aggregateId());
        target.type.add(dictionary.number(request.aggregateType()));
        target.expected.add(request.expectedVersion());
        target.version.add(request.expectedVersion() + request.events().size());
        target.first.add(first);
        target.last.add(head);
        target.hash.add(previous);
        return new Appended(first, head);
    }
}
