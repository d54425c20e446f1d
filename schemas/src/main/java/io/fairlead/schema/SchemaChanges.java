package io.fairlead.schema;

import io.fairlead.schema.SchemaChange.Kind;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.jspecify.annotations.Nullable;

/** Compares versions of a contract by what stored events say when today's class reads them. */
public final class SchemaChanges {

    private SchemaChanges() {}

    /**
     * All changes from a released version to today's, harmless ones too, in the order of today's fields.
     *
     * @param released null when the event was never released
     * @param today null when the event is no more
     */
    public static List<SchemaChange> between(@Nullable Schema released, @Nullable Schema today) {
        if (released == null) {
            return today == null
                    ? List.of()
                    : List.of(new SchemaChange(
                            today.getFullName(), "", "", Kind.EVENT_ADDED, "a new event: nothing of it is stored", ""));
        }
        if (today == null) {
            return List.of(new SchemaChange(
                    released.getFullName(),
                    "",
                    "",
                    Kind.EVENT_REMOVED,
                    "events of this name are stored for ever, and no class is left that reads them",
                    "Bring the record back; code that no longer records it may go."));
        }
        var changes = new ArrayList<>(new SchemaComparison(released, today).changes());
        if (changes.stream().noneMatch(SchemaChange::isBreaking)) {
            changes.addAll(avroSays(released, today));
        }
        return List.copyOf(changes);
    }

    /** Avro's own verdict, so that nothing passes here that its reader refuses. */
    private static List<SchemaChange> avroSays(Schema released, Schema today) {
        String objection;
        String pointer = "";
        try {
            var result = SchemaCompatibility.checkReaderWriterCompatibility(today, released)
                    .getResult();
            if (result.getIncompatibilities().isEmpty()) {
                return List.of();
            }
            var first = result.getIncompatibilities().getFirst();
            objection = first.getType() + ": " + first.getMessage();
            pointer = first.getLocation();
        } catch (AvroRuntimeException e) {
            objection = String.valueOf(e.getMessage());
        }
        return List.of(new SchemaChange(
                today.getFullName(),
                "",
                pointer.equals("/") ? "" : pointer,
                Kind.UNREADABLE,
                "Avro cannot read stored events with today's class: " + objection,
                "Take the change back and add a new field beside the old one."));
    }
}
