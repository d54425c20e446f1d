package io.fairlead.store.axon;

import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;

/** Stands where Axon wants a serializer that nothing may use: commands stay in memory, aggregates have no snapshots. */
final class RefusingSerializer implements Serializer {

    private final Converter converter = new ChainingConverter();

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> expectedRepresentation) {
        throw refusal();
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> expectedRepresentation) {
        return false;
    }

    @Override
    public <S, T> T deserialize(SerializedObject<S> serializedObject) {
        throw refusal();
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        throw refusal();
    }

    @Override
    public SerializedType typeForClass(@Nullable Class type) {
        return new SimpleSerializedType(type == null ? "empty" : type.getName(), null);
    }

    @Override
    public Converter getConverter() {
        return converter;
    }

    private static SerializationException refusal() {
        return new SerializationException("only events are serialized, by AvroEventSerializer");
    }
}
