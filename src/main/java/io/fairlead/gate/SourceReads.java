package io.fairlead.gate;

import io.fairlead.gate.CodeGraph.Code;
import io.fairlead.gate.CodeGraph.Reach;
import io.fairlead.gate.FieldReaders.Getter;
import io.fairlead.source.SourceEvent;
import io.fairlead.source.Work;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is read of an event by whoever meets it as a {@link SourceEvent} or takes {@link Work} out of it. */
final class SourceReads {

    static final String SOURCE_EVENT = SourceEvent.class.getName();
    private static final String ROOM = SourceEvent.class.getPackageName() + ".";
    private static final String WORK = Work.class.getName();

    private final CodeGraph code;
    private final Map<String, String> kinds = new HashMap<>();
    private final Map<String, Set<Getter>> reads = new HashMap<>();

    SourceReads(CodeGraph code, Set<String> events) {
        this.code = code;
        for (var event : events) {
            try {
                SourceEvent.kindOf(Class.forName(event, false, SourceEvent.class.getClassLoader()))
                        .ifPresent(kind -> kinds.put(event, kind.getName()));
            } catch (ClassNotFoundException impossible) {
                throw new IllegalStateException(event, impossible);
            }
        }
        kinds.keySet().forEach(event -> reads.put(event, conversion(event, events)));
    }

    /** Those of the events that something happens to a source by. */
    Set<String> among(Collection<String> events) {
        var found = new HashSet<>(events);
        found.retainAll(kinds.keySet());
        return found;
    }

    /** Events that become one of these kinds. */
    Set<String> ofKinds(Collection<String> wanted) {
        return kinds.entrySet().stream()
                .filter(kind -> wanted.contains(kind.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Whether code meets events as what happened to a source. */
    boolean areReadBy(Reach reach) {
        return reach.calls().stream().anyMatch(call -> call.type().startsWith(SOURCE_EVENT))
                || reach.asked().stream().anyMatch(type -> type.startsWith(SOURCE_EVENT));
    }

    /** Getters that make a source event of the event. */
    Set<Getter> readsOf(String event) {
        return reads.getOrDefault(event, Set.of());
    }

    /** The six dimensions of each of the events when code takes them out by their names; what an event lacks does no harm. */
    Set<Getter> readsOfWork(Reach reach, Collection<String> events) {
        return reach.calls().stream().anyMatch(SourceReads::takesWork)
                ? events.stream().flatMap(SourceReads::work).collect(Collectors.toSet())
                : Set.of();
    }

    private Set<Getter> conversion(String event, Set<String> events) {
        var methods = code.names().stream()
                .filter(type -> type.startsWith(ROOM))
                .flatMap(type -> code.taking(type, taken -> taken.contains(event)).stream())
                .toList();
        var reach = code.from(methods, type -> !type.startsWith(ROOM));
        var found = reach.calls().stream()
                .filter(call -> events.contains(call.type()) && call.name().startsWith("get"))
                .map(call -> new Getter(call.type(), call.name()))
                .collect(Collectors.toCollection(HashSet::new));
        found.addAll(readsOfWork(reach, Set.of(event)));
        return found;
    }

    private static boolean takesWork(Code call) {
        return call.type().equals(WORK) && call.name().equals("of");
    }

    private static Stream<Getter> work(String event) {
        return Stream.of(Work.class.getRecordComponents())
                .map(RecordComponent::getName)
                .map(name ->
                        new Getter(event, "get" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1)));
    }
}
