package io.fairlead.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.jspecify.annotations.Nullable;

/**
 * Which stored field each of today's is read from. Avro's reader first gives stored fields the names that today's aliases lead to,
 * whether or not a field of the former name is left, and then goes by name.
 *
 * @param read today's fields in their order
 * @param gone stored fields that nobody reads, in their order
 */
record FieldMatches(List<Match> read, List<Field> gone) {

    /**
     * A field of today's.
     *
     * @param then the stored field; null when there is none
     * @param trap what an alias does that nobody can want; empty when all is well
     */
    record Match(@Nullable Field then, Field now, String trap) {}

    static FieldMatches of(Schema released, Schema today) {
        var leadsTo = new HashMap<String, String>();
        today.getFields().forEach(field -> field.aliases().forEach(alias -> leadsTo.put(alias, field.name())));
        var arriving = new LinkedHashMap<String, List<Field>>();
        var gone = new ArrayList<Field>();
        for (var stored : released.getFields()) {
            var name = leadsTo.getOrDefault(stored.name(), stored.name());
            if (today.getField(name) == null) {
                gone.add(stored);
            } else {
                arriving.computeIfAbsent(name, none -> new ArrayList<>()).add(stored);
            }
        }
        var read = new ArrayList<Match>();
        for (var field : today.getFields()) {
            var sources = arriving.getOrDefault(field.name(), List.of());
            var then = sources.stream()
                    .filter(source -> source.name().equals(field.name()))
                    .findFirst()
                    .orElse(sources.isEmpty() ? null : sources.getFirst());
            read.add(new Match(then, field, trap(released, today, field, sources, leadsTo)));
        }
        return new FieldMatches(List.copyOf(read), List.copyOf(gone));
    }

    private static String trap(
            Schema released, Schema today, Field field, List<Field> sources, Map<String, String> leadsTo) {
        if (field.aliases().contains(field.name())) {
            return "the alias is the field's own name, so Avro finds what is stored as " + field.name()
                    + " twice and refuses it";
        }
        if (sources.size() > 1) {
            return "stored events have both " + sources.get(0).name() + " and "
                    + sources.get(1).name() + ", and the alias would read both into " + field.name()
                    + ": Avro refuses such an event";
        }
        if (sources.size() == 1) {
            var source = sources.getFirst().name();
            if (!source.equals(field.name()) && today.getField(source) != null) {
                return "the alias takes what is stored as " + source + ", so today's field " + source
                        + " would get its default or another value";
            }
        }
        for (var alias : field.aliases()) {
            if (released.getField(alias) != null && !field.name().equals(leadsTo.get(alias))) {
                return "what is stored as " + alias + " goes to " + leadsTo.get(alias)
                        + ", which has the same alias, and not to " + field.name();
            }
        }
        return "";
    }
}
