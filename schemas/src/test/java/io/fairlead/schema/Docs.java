package io.fairlead.schema;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Finds what a schema leaves unexplained, for {@link ContractDocsTest}. */
final class Docs {

    private final List<String> missing = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private Docs() {}

    /** Full names of records and enums, and {@code record.field}, that have no doc, in order of their place. */
    static List<String> missingIn(Schema schema) {
        var docs = new Docs();
        docs.walk(schema);
        return docs.missing;
    }

    private void walk(Schema schema) {
        switch (schema.getType()) {
            case RECORD -> record(schema);
            case ENUM -> named(schema);
            case ARRAY -> walk(schema.getElementType());
            case MAP -> walk(schema.getValueType());
            case UNION -> schema.getTypes().forEach(this::walk);
            case FIXED, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> {}
        }
    }

    @CanIgnoreReturnValue
    private boolean named(Schema schema) {
        if (!seen.add(schema.getFullName())) {
            return false;
        }
        require(schema.getDoc(), schema.getFullName());
        return true;
    }

    private void record(Schema schema) {
        if (named(schema)) {
            for (var field : schema.getFields()) {
                require(field.doc(), schema.getFullName() + "." + field.name());
                walk(field.schema());
            }
        }
    }

    private void require(@Nullable String doc, String name) {
        if (doc == null || doc.isBlank()) {
            missing.add(name);
        }
    }
}
