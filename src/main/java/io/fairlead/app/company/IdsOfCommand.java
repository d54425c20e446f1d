package io.fairlead.app.company;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * The things that a command names: values of the types of ids, and whose a rate card is, however deep they stand in it.
 *
 * @param target what the command is sent to; it may be about to be made
 * @param others what it names besides, in the order in which they stand
 */
record IdsOfCommand(Set<String> target, Set<String> others) {

    private static final String OWN_TYPES = "io.fairlead.";

    /** Texts that name things of several kinds. */
    private static final Set<String> NAMING = Set.of("owner", "ownerId", "documentId", "subjectId");

    private static final Map<Class<?>, RecordComponent[]> COMPONENTS = new ConcurrentHashMap<>();

    static IdsOfCommand of(Object command) {
        var target = new LinkedHashSet<String>();
        var others = new LinkedHashSet<String>();
        for (var component : componentsOf(command.getClass())) {
            var ids = component.getAccessor().isAnnotationPresent(TargetAggregateIdentifier.class) ? target : others;
            collect(component.getName(), read(component, command), ids);
        }
        return new IdsOfCommand(target, others);
    }

    private static RecordComponent[] componentsOf(Class<?> type) {
        return COMPONENTS.computeIfAbsent(
                type, each -> each.isRecord() ? each.getRecordComponents() : new RecordComponent[0]);
    }

    private static void collect(String name, @Nullable Object value, Set<String> ids) {
        switch (value) {
            case null -> {}
            case String text -> {
                if (NAMING.contains(name) && isId(text)) {
                    ids.add(text);
                }
            }
            case Iterable<?> many -> many.forEach(each -> collect(name, each, ids));
            case Map<?, ?> named ->
                named.forEach((key, each) -> {
                    collect(name, key, ids);
                    collect(name, each, ids);
                });
            case Record record when record.getClass().getName().startsWith(OWN_TYPES) -> collect(record, ids);
            default -> {}
        }
    }

    private static void collect(Record record, Set<String> ids) {
        var components = componentsOf(record.getClass());
        if (components.length == 1
                && record.getClass().getSimpleName().endsWith("Id")
                && read(components[0], record) instanceof String id) {
            ids.add(id);
            return;
        }
        for (var component : components) {
            collect(component.getName(), read(component, record), ids);
        }
    }

    private static boolean isId(String text) {
        int colon = text.indexOf(':');
        return colon > 0 && ThingsOfCompanies.isKnown(text.substring(0, colon));
    }

    private static @Nullable Object read(RecordComponent component, Object record) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true); // Some parts of commands are their package's own.
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }
}
