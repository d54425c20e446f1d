package io.fairlead.projection;

import io.fairlead.log.StoredEvent;
import io.fairlead.schema.EventCodec;
import io.fairlead.source.SourceEvent;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.specific.SpecificRecord;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.jspecify.annotations.Nullable;

/** One event on its way to the projections: decoded at most once, and only when a projection takes its type. */
final class PendingEvent {

    private static final Map<String, Optional<Class<?>>> CLASSES = new ConcurrentHashMap<>();

    private final StoredEvent event;
    private final EventCodec codec;
    private final Optional<Class<?>> type;
    private final int segment;
    private @Nullable EventMessage<SpecificRecord> message;
    private @Nullable Optional<SourceEvent> source;

    PendingEvent(StoredEvent event, EventCodec codec) {
        this.event = event;
        this.codec = codec;
        this.type = CLASSES.computeIfAbsent(event.type(), PendingEvent::classOf);
        this.segment = SegmentSet.segmentOf(event.aggregateId());
    }

    StoredEvent event() {
        return event;
    }

    long position() {
        return event.position();
    }

    String aggregateId() {
        return event.aggregateId();
    }

    int segment() {
        return segment;
    }

    /** The class of the payload; empty for types that this version does not know. */
    Optional<Class<?>> type() {
        return type;
    }

    /** @throws io.fairlead.schema.UnreadableEvent when the stored bytes cannot be read */
    EventMessage<SpecificRecord> message() {
        var known = message;
        if (known == null) {
            known = new GenericEventMessage<>(
                    event.eventId(),
                    codec.decode(event),
                    Map.of(EventMetadataParameter.KEY, EventMetadata.of(event)),
                    event.recordedAt());
            message = known;
        }
        return known;
    }

    /** What it says of a billable source, made once for all projections; null when it says nothing. */
    @Nullable
    SourceEvent source() {
        var known = source;
        if (known == null) {
            known = SourceEvent.of(message().getPayload());
            source = known;
        }
        return known.orElse(null);
    }

    EventMetadata facts() {
        return EventMetadataParameter.of(message());
    }

    /** Decodes already now; what cannot be decoded is told when the message is asked for. */
    void decodeAhead() {
        try {
            var _ = message();
        } catch (RuntimeException _) {
            message = null;
        }
    }

    private static Optional<Class<?>> classOf(String type) {
        try {
            return Optional.of(Class.forName(type, false, EventCodec.class.getClassLoader()));
        } catch (ClassNotFoundException unknown) {
            return Optional.empty();
        }
    }
}
