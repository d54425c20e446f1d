package io.fairlead.store.axon;

import io.fairlead.log.StoredEvent;
import io.fairlead.schema.EventCodec;
import io.fairlead.store.MetadataCodec;
import io.fairlead.store.WriterSchema;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;

/**
 * Events as Avro: the type is the Avro full name, the revision is the schema's fingerprint in hex. Metadata are texts.
 * Anything else is refused, so nothing but contracts reaches the log. Thread-safe.
 */
public final class AvroEventSerializer implements Serializer {

    private static final String METADATA = MetaData.class.getName();

    private final EventCodec codec;
    private final Converter converter = new ChainingConverter();
    private final Map<Schema, WriterSchema> writerSchemas = new ConcurrentHashMap<>();
    private final Map<String, Boolean> known = new ConcurrentHashMap<>();

    public AvroEventSerializer(EventCodec codec) {
        this.codec = codec;
    }

    /** Schema of an event, as it is stored. */
    WriterSchema writerSchema(SpecificRecord event) {
        return writerSchemas.computeIfAbsent(
                event.getSchema(), schema -> new WriterSchema(codec.fingerprint(schema), schema.toString()));
    }

    byte[] encode(SpecificRecord event) {
        return codec.encode(event);
    }

    SpecificRecord decode(StoredEvent event) {
        return codec.decode(event);
    }

    /** The stored event as Axon hands it to aggregates. */
    DomainEventMessage<?> message(StoredEvent event) {
        var message = new GenericMessage<>(event.eventId(), codec.decode(event), event.metadata());
        return new GenericDomainEventMessage<>(
                event.aggregateType(), event.aggregateId(), event.sequence(), message, event::recordedAt);
    }

    /** Whether today's code has a class for each of the events. */
    boolean readsAll(List<StoredEvent> events) {
        for (var event : events) {
            if (!known.computeIfAbsent(event.type(), AvroEventSerializer::isClass)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isClass(String type) {
        try {
            Class.forName(type);
            return true;
        } catch (ClassNotFoundException _) {
            return false;
        }
    }

    /** Metadata as texts; a value of another kind becomes its text. */
    static Map<String, String> texts(Map<String, ?> metadata) {
        return metadata.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().toString()));
    }

    static String revision(long fingerprint) {
        return Long.toHexString(fingerprint);
    }

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> expectedRepresentation) {
        var serialized =
                switch (object) {
                    case SpecificRecord event ->
                        new SimpleSerializedObject<>(
                                codec.encode(event),
                                byte[].class,
                                event.getSchema().getFullName(),
                                revision(writerSchema(event).fingerprint()));
                    case MetaData metadata ->
                        new SimpleSerializedObject<>(
                                MetadataCodec.encode(texts(metadata)), byte[].class, METADATA, null);
                    case null, default ->
                        throw new SerializationException("only Avro records are events, this is none: "
                                + (object == null ? "null" : object.getClass().getName()));
                };
        return converter.convert(serialized, expectedRepresentation);
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> expectedRepresentation) {
        return converter.canConvert(byte[].class, expectedRepresentation);
    }

    @Override
    @SuppressWarnings("unchecked") // Axon asks for whatever type it asked to be stored.
    public <S, T> T deserialize(SerializedObject<S> serialized) {
        var type = serialized.getType();
        var bytes = converter.convert(serialized, byte[].class).getData();
        if (METADATA.equals(type.getName())) {
            return (T) MetaData.from(MetadataCodec.decode(bytes));
        }
        return (T) codec.decode(type.getName(), Long.parseUnsignedLong(type.getRevision(), 16), bytes);
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        if (METADATA.equals(type.getName())) {
            return MetaData.class;
        }
        try {
            return Class.forName(type.getName());
        } catch (ClassNotFoundException _) {
            return UnknownSerializedType.class;
        }
    }

    @Override
    public SerializedType typeForClass(@Nullable Class type) {
        if (type == null || !SpecificRecord.class.isAssignableFrom(type)) {
            return new SimpleSerializedType(type == null ? "empty" : type.getName(), null);
        }
        var schema = SpecificData.get().getSchema(type);
        return new SimpleSerializedType(schema.getFullName(), revision(codec.fingerprint(schema)));
    }

    @Override
    public Converter getConverter() {
        return converter;
    }
}
