package io.fairlead.store.axon;

import io.fairlead.time.event.TimeRejected;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.serialization.Serializer;

/**
 * What Axon's suite needs around our engine: its payloads are texts, ours are records; it sets the time on each message,
 * ours comes from the store's clock; it snapshots streams without events, ours must exist. All else goes through as it is.
 */
final class TextEventEngine extends AbstractEventStorageEngine {

    private static final Duration TOGETHER = Duration.ofSeconds(1);

    private final PostgresEventStorageEngine engine;
    private final AtomicReference<Instant> clock;

    TextEventEngine(
            PostgresEventStorageEngine engine, AtomicReference<Instant> clock, AbstractEventStorageEngine.Builder any) {
        super(any);
        this.engine = engine;
        this.clock = clock;
    }

    /** One append, or one for each message when the suite says that they were recorded at different times. */
    @Override
    public void appendEvents(List<? extends EventMessage<?>> messages) {
        var first = messages.getFirst().getTimestamp();
        if (messages.stream()
                .allMatch(message ->
                        Duration.between(first, message.getTimestamp()).abs().compareTo(TOGETHER) < 0)) {
            clock.set(first);
            engine.appendEvents(messages.stream().map(TextEventEngine::toRecord).toList());
            return;
        }
        for (var message : messages) {
            clock.set(message.getTimestamp());
            engine.appendEvents(List.of(toRecord(next((DomainEventMessage<?>) message))));
        }
    }

    /** The suite's tests of time begin streams at 1 and do not look at sequences; ours begin at 0 without holes. */
    private DomainEventMessage<?> next(DomainEventMessage<?> event) {
        var last = engine.lastSequenceNumberFor(event.getAggregateIdentifier()).orElse(-1L);
        return new GenericDomainEventMessage<>(
                event.getType(), event.getAggregateIdentifier(), last + 1, event, event::getTimestamp);
    }

    /** The suite snapshots at any sequence; a snapshot of ours stands on a stream of that length. */
    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        var next = engine.lastSequenceNumberFor(snapshot.getAggregateIdentifier())
                .map(last -> last + 1)
                .orElse(0L);
        var missing = LongStream.rangeClosed(next, snapshot.getSequenceNumber())
                .mapToObj(sequence -> new GenericDomainEventMessage<>(
                        snapshot.getType(), snapshot.getAggregateIdentifier(), sequence, "before the snapshot"))
                .toList();
        if (!missing.isEmpty()) {
            appendEvents(missing);
        }
        engine.storeSnapshot((DomainEventMessage<?>) toRecord(snapshot));
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(TrackingToken token, boolean mayBlock) {
        return engine.readEvents(token, mayBlock).map(message -> {
            var event = (DomainEventMessage<?>) message;
            return new GenericTrackedDomainEventMessage<>(
                    message.trackingToken(),
                    event.getType(),
                    event.getAggregateIdentifier(),
                    event.getSequenceNumber(),
                    text(event),
                    event::getTimestamp);
        });
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        return DomainEventStream.of(engine.readEvents(aggregateIdentifier, firstSequenceNumber)
                .asStream()
                .map(TextEventEngine::toText));
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        return engine.readSnapshot(aggregateIdentifier).map(TextEventEngine::toText);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        return engine.lastSequenceNumberFor(aggregateIdentifier);
    }

    @Override
    public TrackingToken createTailToken() {
        return engine.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return engine.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return engine.createTokenAt(dateTime);
    }

    private static EventMessage<?> toRecord(EventMessage<?> message) {
        var record = TimeRejected.newBuilder()
                .setTimeEntryId("time-entry:1")
                .setVersion(1)
                .setRejectedBy("local|ann")
                .setReason(message.getPayload().toString())
                .setRejectedAt(Instant.EPOCH)
                .build();
        var content = new GenericMessage<>(message.getIdentifier(), record, message.getMetaData());
        return message instanceof DomainEventMessage<?> event
                ? new GenericDomainEventMessage<>(
                        event.getType(),
                        event.getAggregateIdentifier(),
                        event.getSequenceNumber(),
                        content,
                        event::getTimestamp)
                : new GenericEventMessage<>(content, message::getTimestamp);
    }

    private static DomainEventMessage<?> toText(DomainEventMessage<?> event) {
        return new GenericDomainEventMessage<>(
                event.getType(),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                text(event),
                event::getTimestamp);
    }

    private static GenericMessage<String> text(DomainEventMessage<?> event) {
        return new GenericMessage<>(
                event.getIdentifier(), ((TimeRejected) event.getPayload()).getReason(), event.getMetaData());
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        throw throughTheEngine();
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        throw throughTheEngine();
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readEventData(String identifier, long firstSequenceNumber) {
        throw throughTheEngine();
    }

    @Override
    protected Stream<? extends TrackedEventData<?>> readEventData(TrackingToken trackingToken, boolean mayBlock) {
        throw throughTheEngine();
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        throw throughTheEngine();
    }

    private static UnsupportedOperationException throughTheEngine() {
        return new UnsupportedOperationException("everything goes through the engine under test");
    }
}
