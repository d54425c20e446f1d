package io.fairlead.store.axon;

import io.fairlead.log.StoredEvent;
import io.fairlead.store.AppendRequest;
import io.fairlead.store.MetadataCodec;
import io.fairlead.store.NewEvent;
import io.fairlead.store.PostgresStore;
import io.fairlead.store.VersionConflict;
import io.fairlead.store.read.Snapshots.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.jspecify.annotations.Nullable;

/** Axon's door to {@link PostgresStore}: one unit of work appends to one stream, and waits for the commit. Thread-safe. */
public final class PostgresEventStorageEngine extends AbstractEventStorageEngine {

    private static final int PAGE = 1_000;

    private final PostgresStore store;
    private final AvroEventSerializer serializer;
    private volatile boolean snapshotsInUse;

    private PostgresEventStorageEngine(Builder builder, PostgresStore store, AvroEventSerializer serializer) {
        super(builder);
        this.store = store;
        this.serializer = serializer;
        this.snapshotsInUse = store.snapshots().any();
    }

    /**
     * An engine over the store.
     *
     * @param snapshotSerializer for states of aggregates; events are always Avro
     */
    public static PostgresEventStorageEngine over(
            PostgresStore store, AvroEventSerializer serializer, Serializer snapshotSerializer) {
        return over(store, serializer, builder -> builder.snapshotSerializer(snapshotSerializer));
    }

    /** An engine with further settings of Axon's, which its own test suite chooses. */
    static PostgresEventStorageEngine over(
            PostgresStore store,
            AvroEventSerializer serializer,
            Consumer<AbstractEventStorageEngine.Builder> settings) {
        var builder = new Builder() {};
        builder.eventSerializer(serializer);
        builder.persistenceExceptionResolver(VersionConflict.class::isInstance);
        settings.accept(builder);
        return new PostgresEventStorageEngine(builder, store, serializer);
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> messages, Serializer ignored) {
        if (messages.isEmpty()) {
            return;
        }
        var first = domainEvent(messages.getFirst());
        var events = new ArrayList<NewEvent>(messages.size());
        for (var message : messages) {
            var event = domainEvent(message);
            requireNext(event, first, events.size());
            events.add(newEvent(event));
        }
        var dispatch = Dispatch.current();
        if (dispatch != null) {
            dispatch.requireInEarnest();
            dispatch.requireUnchanged(first.getAggregateIdentifier(), first.getSequenceNumber());
        }
        var request = new AppendRequest(
                first.getAggregateIdentifier(),
                first.getType(),
                first.getSequenceNumber(),
                events,
                dispatch == null ? null : dispatch.identity());
        try {
            var appended = store.appender().append(request);
            if (dispatch != null) {
                dispatch.stored(appended);
            }
        } catch (VersionConflict e) {
            handlePersistenceException(e, first);
        }
    }

    private void requireNext(DomainEventMessage<?> message, DomainEventMessage<?> first, int index) {
        if (!message.getAggregateIdentifier().equals(first.getAggregateIdentifier())) {
            throw new EventStoreException("one command changed " + first.getAggregateIdentifier() + " and "
                    + message.getAggregateIdentifier() + ": send one command to each");
        }
        var expected = first.getSequenceNumber() + index;
        if (message.getSequenceNumber() != expected) {
            handlePersistenceException(
                    new VersionConflict(message.getAggregateIdentifier(), expected, message.getSequenceNumber()),
                    message);
        }
    }

    private NewEvent newEvent(DomainEventMessage<?> message) {
        if (!(message.getPayload() instanceof SpecificRecord event)) {
            throw new EventStoreException("only Avro records are events, this is none: "
                    + message.getPayloadType().getName());
        }
        return new NewEvent(
                message.getIdentifier(),
                event.getSchema().getFullName(),
                serializer.writerSchema(event),
                AvroEventSerializer.texts(message.getMetaData()),
                serializer.encode(event));
    }

    private static DomainEventMessage<?> domainEvent(EventMessage<?> message) {
        if (message instanceof DomainEventMessage<?> event) {
            return event;
        }
        throw new EventStoreException("only aggregates publish events, this one has none: "
                + message.getPayloadType().getName());
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer snapshotSerializer) {
        snapshotsInUse = true;
        var payload = snapshot.serializePayload(snapshotSerializer, byte[].class);
        store.snapshots()
                .store(new Snapshot(
                        snapshot.getAggregateIdentifier(),
                        snapshot.getType(),
                        snapshot.getSequenceNumber(),
                        snapshot.getIdentifier(),
                        snapshot.getTimestamp(),
                        payload.getType().getName(),
                        payload.getType().getRevision(),
                        MetadataCodec.encode(AvroEventSerializer.texts(snapshot.getMetaData())),
                        payload.getData()));
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        if (!snapshotsInUse) {
            return Stream
                    .empty(); // A snapshot only saves reading; asking for one that never is would cost a round trip.
        }
        return store.snapshots().find(aggregateIdentifier).stream()
                .map(snapshot -> new GenericDomainEventEntry<>(
                        snapshot.aggregateType(),
                        snapshot.aggregateId(),
                        snapshot.sequence(),
                        snapshot.eventId(),
                        snapshot.time(),
                        snapshot.type(),
                        snapshot.revision(),
                        snapshot.payload(),
                        snapshot.metadata()));
    }

    /** As the general way through serialized data, without encoding metadata again only to decode it. */
    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        var events = store.log().stream(aggregateIdentifier, firstSequenceNumber);
        if (upcasterChain != NoOpEventUpcaster.INSTANCE || !serializer.readsAll(events)) {
            return super.readEvents(aggregateIdentifier, firstSequenceNumber);
        }
        return DomainEventStream.of(events.stream().map(serializer::message));
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readEventData(String identifier, long firstSequenceNumber) {
        return store.log().stream(identifier, firstSequenceNumber).stream().map(PostgresEventStorageEngine::entry);
    }

    @Override
    protected Stream<? extends TrackedEventData<?>> readEventData(
            @Nullable TrackingToken trackingToken, boolean mayBlock) {
        var start = trackingToken == null ? 0 : trackingToken.position().orElse(0);
        return Stream.iterate(store.log().after(start, PAGE), page -> !page.isEmpty(), page -> store.log()
                        .after(page.getLast().position(), PAGE))
                .flatMap(List::stream)
                .map(event ->
                        new TrackedDomainEventData<>(new GlobalSequenceTrackingToken(event.position()), entry(event)));
    }

    private static GenericDomainEventEntry<byte[]> entry(StoredEvent event) {
        return new GenericDomainEventEntry<>(
                event.aggregateType(),
                event.aggregateId(),
                event.sequence(),
                event.eventId(),
                event.recordedAt(),
                event.type(),
                AvroEventSerializer.revision(event.schemaFingerprint()),
                event.payload(),
                MetadataCodec.encode(event.metadata()));
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        return store.log().version(aggregateIdentifier).map(version -> version - 1);
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(store.log().head());
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return new GlobalSequenceTrackingToken(store.log().before(dateTime));
    }

    /** Axon's builder is abstract; there is nothing of our own to build. */
    private abstract static class Builder extends AbstractEventStorageEngine.Builder {}
}
