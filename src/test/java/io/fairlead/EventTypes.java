package io.fairlead;

import io.fairlead.schema.EventCodec;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** Which classes are events or values of commands, and which events are of billable sources; for {@link Slices}. */
final class EventTypes {

    /** What happens to billable work of any kind; which event is which it says itself. */
    private static final String SOURCE_EVENT = "io.fairlead.source.SourceEvent";

    /** Kinds of source events that a projection says it takes. */
    static Set<String> sourceEventsTakenBy(String type, String method) {
        try {
            var made = Class.forName(type).getDeclaredConstructor().newInstance();
            var kinds = (Set<?>) made.getClass().getMethod(method).invoke(made);
            return kinds.stream().map(kind -> ((Class<?>) kind).getName()).collect(Collectors.toSet());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(type + " does not tell what it takes", impossible);
        }
    }

    /** Which events become which kind of source event. */
    static Map<String, Set<String>> bySourceEvent(Set<String> events) {
        var found = new HashMap<String, Set<String>>();
        try {
            var kindOf = Class.forName(SOURCE_EVENT).getMethod("kindOf", Class.class);
            for (var event : events) {
                ((Optional<?>) kindOf.invoke(null, Class.forName(event)))
                        .ifPresent(kind -> found.computeIfAbsent(((Class<?>) kind).getName(), _ -> new TreeSet<>())
                                .add(event));
            }
            return found;
        } catch (ClassNotFoundException nothingOfTheKind) {
            return found;
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(SOURCE_EVENT + " does not tell what becomes of events", impossible);
        }
    }

    /** The command and the values that it is made of, however deep: each may refuse when it is made. */
    static Set<String> valuesOf(String command) {
        var found = new TreeSet<String>();
        try {
            addValues(Class.forName(command), found);
            return found;
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(command, impossible);
        }
    }

    private static void addValues(Type type, Set<String> found) {
        switch (type) {
            case ParameterizedType of -> Stream.of(of.getActualTypeArguments()).forEach(each -> addValues(each, found));
            case Class<?> value
            when value.isRecord() && found.add(value.getName()) ->
                Stream.of(value.getRecordComponents()).forEach(part -> addValues(part.getGenericType(), found));
            default -> {}
        }
    }

    /** Avro records that no other record holds. */
    static Set<String> events(Set<String> classes) {
        var all = new TreeMap<String, Schema>();
        for (var name : classes) {
            if (name.contains(".event.") && !name.contains("$")) {
                schema(name).forEach(schema -> all.put(schema.getFullName(), schema));
            }
        }
        var held = new HashSet<String>();
        all.values().forEach(schema -> schema.getFields().forEach(field -> held(field.schema(), held)));
        var free = new TreeSet<>(all.keySet());
        free.removeAll(held);
        return free;
    }

    private static Stream<Schema> schema(String name) {
        try {
            var type = Class.forName(name, false, EventCodec.class.getClassLoader());
            return SpecificRecord.class.isAssignableFrom(type)
                    ? Stream.of((Schema) type.getMethod("getClassSchema").invoke(null))
                    : Stream.of();
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(name, impossible);
        }
    }

    private static void held(Schema schema, Set<String> held) {
        switch (schema.getType()) {
            case RECORD -> held.add(schema.getFullName());
            case ARRAY -> held(schema.getElementType(), held);
            case MAP -> held(schema.getValueType(), held);
            case UNION -> schema.getTypes().forEach(each -> held(each, held));
            default -> {}
        }
    }

    private EventTypes() {}
}
