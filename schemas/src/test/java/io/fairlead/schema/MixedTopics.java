package io.fairlead.schema;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.Schema;

/**
 * Finds topics on which pay lies beside other things. Kafka grants by topic, so nobody could be given the one without the
 * other: what tells pay has an aggregate, and so a topic, of its own.
 */
final class MixedTopics {

    /**
     * A topic that was mixed before this was a rule.
     *
     * @param kind of its aggregates
     * @param pay simple names of its events that tell pay; no other may be added
     * @param since when it was accepted
     * @param reason why it stays
     */
    record Accepted(String kind, Set<String> pay, LocalDate since, String reason) {}

    /** What is wrong with the topics of these events; empty when nothing is. Of an event, the first field is its stream. */
    static List<String> in(Collection<Schema> events, List<Accepted> accepted) {
        var pay = new TreeMap<String, Set<String>>();
        var rest = new TreeMap<String, Set<String>>();
        for (var event : events) {
            var kinds = FieldContract.of(event.getFields().getFirst()).refs();
            var kind = kinds.size() == 1 ? kinds.iterator().next() : event.getFullName() + " of no single kind";
            (tellsPay(event, new HashSet<>()) ? pay : rest)
                    .computeIfAbsent(kind, _ -> new TreeSet<>())
                    .add(event.getName());
        }
        var found = new ArrayList<String>();
        pay.forEach((kind, names) -> {
            var known = accepted.stream()
                    .filter(one -> one.kind().equals(kind))
                    .map(Accepted::pay)
                    .findAny()
                    .orElse(Set.of());
            var fresh = new TreeSet<>(names);
            fresh.removeAll(known);
            if (rest.containsKey(kind) && !fresh.isEmpty()) {
                found.add("topic of " + kind + ": " + fresh + " tell pay and lie beside " + rest.get(kind)
                        + "; give them an aggregate of their own");
            }
        });
        for (var one : accepted) {
            var idle = new TreeSet<>(one.pay());
            if (rest.containsKey(one.kind())) {
                idle.removeAll(pay.getOrDefault(one.kind(), Set.of()));
            }
            if (!idle.isEmpty()) {
                found.add("topic of " + one.kind() + ": " + idle + " accepted on " + one.since()
                        + " lie beside nothing else; take them off the list");
            }
        }
        return found;
    }

    private static boolean tellsPay(Schema schema, Set<String> seen) {
        return switch (schema.getType()) {
            case RECORD ->
                seen.add(schema.getFullName())
                        && schema.getFields().stream()
                                .anyMatch(field ->
                                        FieldContract.of(field).classification().contains(Classification.PAY)
                                                || tellsPay(field.schema(), seen));
            case ARRAY -> tellsPay(schema.getElementType(), seen);
            case MAP -> tellsPay(schema.getValueType(), seen);
            case UNION -> schema.getTypes().stream().anyMatch(type -> tellsPay(type, seen));
            case ENUM, FIXED, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> false;
        };
    }

    private MixedTopics() {}
}
