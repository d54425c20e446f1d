package io.fairlead.store.axon;

import io.fairlead.schema.EventCodec;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The state of one kind of aggregate as bytes: its fields, inherited ones too, as JSON, event records in them as Avro. The
 * revision is a fingerprint of the fields' shape, so a state saved by code with other fields is passed over and the events are
 * read instead. Thread-safe.
 */
final class StateCodec<T> {

    private final Class<T> type;
    private final List<Field> fields;
    private final JsonMapper json;
    private final String revision;

    StateCodec(Class<T> type, EventCodec events) {
        this.type = type;
        this.fields = Stream.<Class<?>>iterate(type, part -> part != Object.class, Class::getSuperclass)
                .flatMap(part -> Arrays.stream(part.getDeclaredFields()))
                .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
                .sorted(Comparator.comparing(Field::getName))
                .toList();
        fields.forEach(field -> field.setAccessible(true));
        this.json = StateJson.mapper(events);
        this.revision = fingerprint(events);
    }

    String revision() {
        return revision;
    }

    byte[] encode(T state) {
        var node = json.createObjectNode();
        for (var field : fields) {
            node.set(field.getName(), json.valueToTree(inOrder(value(field, state))));
        }
        return json.writeValueAsBytes(node);
    }

    /** Equal states are equal bytes, whatever order a hash set has. */
    private static @Nullable Object inOrder(@Nullable Object value) {
        return value instanceof Set<?> set && set.stream().allMatch(String.class::isInstance)
                ? new TreeSet<>(set)
                : value;
    }

    /** Puts the saved fields into a fresh instance. */
    void decode(byte[] bytes, T fresh) {
        var node = json.readTree(bytes);
        for (var field : fields) {
            restore(field, node.path(field.getName()), fresh);
        }
    }

    @SuppressWarnings("unchecked") // The field's declared type says what it holds.
    private void restore(Field field, JsonNode node, T fresh) {
        @Nullable
        Object value =
                json.readValue(json.treeAsTokens(node), json.getTypeFactory().constructType(field.getGenericType()));
        if (!Modifier.isFinal(field.getModifiers())) {
            set(field, fresh, value);
            return;
        }
        switch (value(field, fresh)) {
            case Map<?, ?> map when value instanceof Map<?, ?> saved -> ((Map<Object, Object>) map).putAll(saved);
            case Collection<?> all
            when value instanceof Collection<?> saved -> ((Collection<Object>) all).addAll(saved);
            case null, default ->
                throw new IllegalStateException(type.getSimpleName() + "." + field.getName()
                        + " is final and no collection: it cannot be restored");
        }
    }

    private String fingerprint(EventCodec events) {
        var shape = new StringBuilder(type.getName());
        for (var field : fields) {
            shape.append('\n').append(field.getName());
            describe(field.getGenericType(), events, shape, new TreeSet<>());
        }
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(shape.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static void describe(Type part, EventCodec events, StringBuilder shape, TreeSet<String> seen) {
        shape.append(' ').append(part.getTypeName());
        if (part instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments())
                    .forEach(argument -> describe(argument, events, shape, seen));
        }
        if (!(part instanceof Class<?> known) || !seen.add(part.getTypeName())) {
            return;
        }
        if (SpecificRecord.class.isAssignableFrom(known)) {
            shape.append(events.fingerprint(SpecificData.get().getSchema(known)));
        } else if (known.isRecord()) {
            for (RecordComponent component : known.getRecordComponents()) {
                shape.append(component.getName());
                describe(component.getGenericType(), events, shape, seen);
            }
        }
    }

    private static @Nullable Object value(Field field, Object owner) {
        try {
            return field.get(owner);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void set(Field field, Object owner, @Nullable Object value) {
        try {
            field.set(owner, value);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
