package io.fairlead.schema;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/** One comparison of two versions. */
final class SchemaComparison {

    private final List<SchemaChange> changes = new ArrayList<>();

    SchemaComparison(Schema released, Schema today) {
        for (var field : today.getFields()) {
            if (released.getField(field.name()) == null && !field.hasDefaultValue()) {
                changes.add(new SchemaChange(today.getFullName(), field.name(), "/fields/" + field.pos(),
                        SchemaChange.Kind.FIELD_WITHOUT_DEFAULT, "stored events have no value for it", "Give it a default."));
            }
        }
    }

    List<SchemaChange> changes() {
        return changes;
    }
}
