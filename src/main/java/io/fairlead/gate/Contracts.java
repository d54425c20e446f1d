package io.fairlead.gate;

import io.fairlead.schema.ReleasedContracts;
import io.fairlead.schema.SchemaChange;
import io.fairlead.schema.SchemaChanges;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.avro.Schema;

/**
 * All contracts as they stand at one time and place.
 *
 * @param origin where they were read, for people: a folder, a commit
 * @param records every record by its full name, those that stand inside of others too
 */
public record Contracts(String origin, SortedMap<String, Schema> records) {

    public Contracts {
        records = Collections.unmodifiableSortedMap(new TreeMap<>(records));
    }

    /** The last released version of each event. */
    public static Contracts lastOf(ReleasedContracts released) {
        return new Contracts(
                "the last release",
                released.events().stream()
                        .collect(Collectors.toMap(
                                event -> event,
                                event -> released.versionsOf(event).getLast(),
                                (one, _) -> one,
                                TreeMap::new)));
    }

    /** Records that no other record holds: what can happen. */
    public SortedMap<String, Schema> events() {
        var held = new TreeSet<String>();
        records.values().forEach(record -> record.getFields().forEach(field -> addHeld(field.schema(), held)));
        var events = new TreeMap<>(records);
        events.keySet().removeAll(held);
        return events;
    }

    /** What changed from these to others, by record; of a record that is new or gone that alone. */
    public List<SchemaChange> changesTo(Contracts now) {
        var changes = new ArrayList<SchemaChange>();
        var names = new TreeSet<>(records.keySet());
        names.addAll(now.records().keySet());
        names.forEach(name -> changes.addAll(
                SchemaChanges.between(records.get(name), now.records().get(name))));
        return changes;
    }

    /** Without the records that stand inside of others, which their events tell of. */
    public Contracts eventsOnly() {
        return new Contracts(origin, events());
    }

    private static void addHeld(Schema schema, Set<String> held) {
        switch (schema.getType()) {
            case RECORD -> held.add(schema.getFullName());
            case ARRAY -> addHeld(schema.getElementType(), held);
            case MAP -> addHeld(schema.getValueType(), held);
            case UNION -> schema.getTypes().forEach(each -> addHeld(each, held));
            default -> {}
        }
    }

    /** The last word of a full name. */
    static String simple(String fullName) {
        return fullName.substring(fullName.lastIndexOf('.') + 1);
    }
}
