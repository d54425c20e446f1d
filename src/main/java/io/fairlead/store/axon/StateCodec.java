package io.fairlead.store.axon;

import io.fairlead.schema.EventCodec;
import io.fairlead.schema.Sha256;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The state of one kind of aggregate as bytes: its fields, inherited ones too, as JSON, event records in them as Avro. An object
 * of ours in a final field belongs to the aggregate, and its fields are saved with it; what is transient only decides by them and
 * is not saved. The revision is a fingerprint of the fields' shape, so a state saved by code with other fields is passed over and
 * the events are read instead. Thread-safe.
 */
final class StateCodec<T> {

    /**
     * One field, and where it holds an object that the aggregate owns, the fields of that.
     *
     * @param owned empty for a value or a collection
     */
    private record Part(Field field, List<Part> owned) {

        static List<Part> of(Class<?> type) {
            return Stream.<Class<?>>iterate(type, part -> part != Object.class, Class::getSuperclass)
                    .flatMap(part -> Arrays.stream(part.getDeclaredFields()))
                    .filter(Part::isSaved)
                    .sorted(Comparator.comparing(Field::getName))
                    .map(field -> new Part(field, isOwned(field) ? of(field.getType()) : List.of()))
                    .toList();
        }

        private static boolean isSaved(Field field) {
            return (field.getModifiers() & (Modifier.STATIC | Modifier.TRANSIENT)) == 0 && !field.isSynthetic();
        }

        /** Records are values, and so are events; whoever holds a value puts another one in its place. */
        private static boolean isOwned(Field field) {
            var type = field.getType();
            return Modifier.isFinal(field.getModifiers())
                    && type.getName().startsWith("io.fairlead.")
                    && !type.isRecord()
                    && !type.isEnum()
                    && !SpecificRecord.class.isAssignableFrom(type);
        }

        boolean isObject() {
            return !owned.isEmpty();
        }
    }

    private final Class<T> type;
    private final List<Part> parts;
    private final JsonMapper json;
    private final String shape;
    private final String revision;

    StateCodec(Class<T> type, EventCodec events) {
        this.type = type;
        this.parts = Part.of(type);
        open(parts);
        this.json = StateJson.mapper(events);
        this.shape = shapeOf(events);
        this.revision = fingerprint(shape);
    }

    private static void open(List<Part> parts) {
        parts.forEach(part -> {
            part.field().setAccessible(true);
            open(part.owned());
        });
    }

    String revision() {
        return revision;
    }

    byte[] encode(T state) {
        return json.writeValueAsBytes(encode(parts, state));
    }

    private ObjectNode encode(List<Part> of, Object owner) {
        var node = json.createObjectNode();
        for (var part : of) {
            var value = value(part.field(), owner);
            node.set(
                    part.field().getName(),
                    part.isObject()
                            ? encode(part.owned(), Objects.requireNonNull(value))
                            : json.valueToTree(inOrder(value)));
        }
        return node;
    }

    /** Equal states are equal bytes, whatever order a hash set has. */
    private static @Nullable Object inOrder(@Nullable Object value) {
        return value instanceof Set<?> set && set.stream().allMatch(String.class::isInstance)
                ? new TreeSet<>(set)
                : value;
    }

    /** Puts the saved fields into a fresh instance. */
    void decode(byte[] bytes, T fresh) {
        decode(parts, json.readTree(bytes), fresh);
    }

    private void decode(List<Part> into, JsonNode node, Object fresh) {
        for (var part : into) {
            var saved = node.path(part.field().getName());
            if (part.isObject()) {
                decode(part.owned(), saved, Objects.requireNonNull(value(part.field(), fresh)));
            } else {
                restore(part.field(), saved, fresh);
            }
        }
    }

    @SuppressWarnings("unchecked") // The field's declared type says what it holds.
    private void restore(Field field, JsonNode node, Object fresh) {
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
                        + " is final, and neither a collection nor an object that it owns: it cannot be restored");
        }
    }

    /** What the revision is made of: names and types of all fields, of owned objects too. */
    String shape() {
        return shape;
    }

    private String shapeOf(EventCodec events) {
        var described = new StringBuilder(type.getName());
        describe(parts, events, described);
        return described.toString();
    }

    private static String fingerprint(String shape) {
        return Sha256.hex(shape, 16);
    }

    private static void describe(List<Part> parts, EventCodec events, StringBuilder shape) {
        for (var part : parts) {
            shape.append('\n').append(part.field().getName());
            describe(part.field().getGenericType(), events, shape, new TreeSet<>());
            if (part.isObject()) {
                shape.append(" {");
                describe(part.owned(), events, shape);
                shape.append('}');
            }
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
