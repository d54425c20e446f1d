package io.fairlead.simulation;

import io.fairlead.shared.StreamHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.AbstractEventBus;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.GenericMessage;
import org.jspecify.annotations.Nullable;

/** The log of one history, in memory: aggregates append, processes and look-ups read. Ids and times follow from the place. */
final class HistoryLog extends AbstractEventBus implements EventStore, StreamHistory {

    private static final Instant BEGIN = Instant.parse("2026-05-01T08:00:00Z");

    private final Consumer<DomainEventMessage<?>> reader;
    private final List<Recorded> events = new ArrayList<>();
    private final Map<String, List<DomainEventMessage<?>>> streams = new HashMap<>();
    private final Map<Class<?>, List<SpecificRecord>> types = new HashMap<>();

    private HistoryLog(Builder builder, Consumer<DomainEventMessage<?>> reader) {
        super(builder);
        this.reader = reader;
    }

    /**
     * An empty log.
     *
     * @param reader is told each event once it is stored
     */
    static HistoryLog toldTo(Consumer<DomainEventMessage<?>> reader) {
        return new HistoryLog(new Builder() {}, reader);
    }

    void clear() {
        events.clear();
        streams.clear();
        types.clear();
    }

    /** The last place; 0 when nothing happened yet. */
    long head() {
        return events.size();
    }

    /** A minute passes with each event. */
    Instant now() {
        return BEGIN.plusSeconds(60 * head());
    }

    /** All of them in order. */
    List<Recorded> events() {
        return Collections.unmodifiableList(events);
    }

    @Override
    protected void prepareCommit(List<? extends EventMessage<?>> appended) {
        for (var each : appended) {
            var message = (DomainEventMessage<?>) each;
            var event = (SpecificRecord) message.getPayload();
            var at = now();
            var stored = new GenericDomainEventMessage<>(
                    message.getType(),
                    message.getAggregateIdentifier(),
                    message.getSequenceNumber(),
                    new GenericMessage<>("event-" + (head() + 1), event, message.getMetaData()),
                    () -> at); // Not when it is first read.
            events.add(new Recorded(head() + 1, message.getAggregateIdentifier(), event));
            streams.computeIfAbsent(message.getAggregateIdentifier(), _ -> new ArrayList<>())
                    .add(stored);
            types.computeIfAbsent(event.getClass(), _ -> new ArrayList<>()).add(event);
            reader.accept(stored);
        }
    }

    @Override
    public <T extends SpecificRecord> List<T> all(String streamKey, Class<T> type) {
        return all(streamKey, type, Instant.MAX);
    }

    @Override
    public <T extends SpecificRecord> List<T> all(String streamKey, Class<T> type, Instant until) {
        return streams.getOrDefault(streamKey, List.of()).stream()
                .filter(event -> !event.getTimestamp().isAfter(until))
                .map(EventMessage::getPayload)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** All events of the type, whatever their stream. */
    <T extends SpecificRecord> List<T> all(Class<T> type) {
        return types.getOrDefault(type, List.of()).stream().map(type::cast).toList();
    }

    @Override
    public DomainEventStream readEvents(String aggregateId) {
        return DomainEventStream.of(List.copyOf(streams.getOrDefault(aggregateId, List.of())));
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("histories are short");
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        throw new UnsupportedOperationException("processes read through Reactions");
    }

    /** Axon's builder is abstract; there is nothing of our own to build. */
    private abstract static class Builder extends AbstractEventBus.Builder {
        @Override
        protected void validate() {
            // Nothing was set.
        }
    }
}
