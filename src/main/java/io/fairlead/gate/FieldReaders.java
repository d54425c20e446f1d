package io.fairlead.gate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/**
 * Who reads which field of which event, by the getters that compiled code calls. What reads by names whatever is there, as topics,
 * history and explanations do, is no reader here: it takes a change as it comes.
 */
public final class FieldReaders {

    /** A getter of a generated class. */
    record Getter(String type, String name) {

        static Getter of(Schema owner, String field) {
            return new Getter(
                    owner.getFullName(), "get" + field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1));
        }
    }

    /**
     * One way on which a reader comes to an event: a handler with all that it calls, or a class with what it calls itself.
     *
     * @param takes events that it is handed or tells apart
     * @param reads getters that it calls
     * @param alone whether the way to a part of an event may lead through other code of the same kind
     */
    record Way(Reader reader, Set<String> takes, Set<Getter> reads, boolean alone) {}

    private final List<Way> ways;

    FieldReaders(List<Way> ways) {
        this.ways = List.copyOf(ways);
    }

    /** Of the classes that this program runs with. */
    public static FieldReaders ofHouse() {
        return new FieldReaders(ReadingCode.ofHouse().ways());
    }

    /** Who is handed an event or reads a field of it, sorted. */
    public SortedSet<Reader> takers(String event) {
        var takers = new TreeSet<Reader>();
        ways.stream()
                .filter(way -> way.takes().contains(event))
                .map(Way::reader)
                .forEach(takers::add);
        return takers;
    }

    /**
     * Who reads a field, sorted; empty when nobody does or the schema has no such field.
     *
     * @param event a version of its contract that has the field
     * @param path the field, or the way to it, such as {@code rate} or {@code lines[].net}; empty for the whole event
     */
    public SortedSet<Reader> of(Schema event, String path) {
        return path.isEmpty()
                ? takers(event.getFullName())
                : steps(event, path).map(this::reading).orElseGet(TreeSet::new);
    }

    private SortedSet<Reader> reading(List<Getter> steps) {
        var readers = new TreeSet<Reader>();
        for (var way : ways) {
            if (way.reads().contains(steps.getLast())
                    && steps.stream()
                            .allMatch(step -> way.reads().contains(step) || way.alone() && isReadBeside(way, step))) {
                readers.add(way.reader());
            }
        }
        return readers;
    }

    private boolean isReadBeside(Way way, Getter step) {
        return ways.stream()
                .anyMatch(other -> other.reader().kind().equals(way.reader().kind())
                        && other.reads().contains(step));
    }

    /** The getters on the way to a field; empty when the schema has no such field. */
    private static Optional<List<Getter>> steps(Schema event, String path) {
        var steps = new ArrayList<Getter>();
        var at = event;
        for (var step : path.split("\\.")) {
            var name = step.replaceAll("[^A-Za-z0-9_].*", "");
            var record =
                    records(at).filter(found -> found.getField(name) != null).findFirst();
            if (record.isEmpty()) {
                return Optional.empty();
            }
            steps.add(Getter.of(record.get(), name));
            at = record.get().getField(name).schema();
        }
        return Optional.of(steps);
    }

    private static Stream<Schema> records(Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> Stream.of(schema);
            case ARRAY -> records(schema.getElementType());
            case MAP -> records(schema.getValueType());
            case UNION -> schema.getTypes().stream().flatMap(FieldReaders::records);
            default -> Stream.of();
        };
    }

    /** Every field of an event by its path, those of records in it too, in the order of the contract. */
    public static List<String> paths(Schema event) {
        var paths = new ArrayList<String>();
        add(event, "", new HashSet<>(), paths);
        return paths;
    }

    private static void add(Schema record, String before, Set<String> above, Collection<String> paths) {
        if (!above.add(record.getFullName())) {
            return;
        }
        for (var field : record.getFields()) {
            paths.add(before + field.name());
            var inner = before + field.name() + (isList(field.schema()) ? "[]." : ".");
            records(field.schema()).forEach(part -> add(part, inner, above, paths));
        }
        above.remove(record.getFullName());
    }

    private static boolean isList(Schema schema) {
        return switch (schema.getType()) {
            case ARRAY, MAP -> true;
            case UNION -> schema.getTypes().stream().anyMatch(FieldReaders::isList);
            default -> false;
        };
    }
}
