package io.fairlead.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;

/** The JSON text of a schema, by RFC 6901 pointers; a named type stands in it once, where it is used first. */
final class SchemaPointers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode tree;
    private final Map<String, String> defined = new HashMap<>();

    SchemaPointers(Schema schema) {
        try {
            tree = JSON.readTree(schema.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("schema " + schema.getFullName() + " has no JSON text", e);
        }
        define(schema, "");
    }

    /** What stands there; a missing node when nothing does. */
    JsonNode at(String pointer) {
        return tree.at(pointer);
    }

    /** Where a record, enum or fixed of the schema is written out. */
    String of(Schema named) {
        return defined.getOrDefault(named.getFullName(), "");
    }

    private void define(Schema schema, String pointer) {
        switch (schema.getType()) {
            case RECORD -> {
                if (defined.putIfAbsent(schema.getFullName(), pointer) == null) {
                    for (var field : schema.getFields()) {
                        define(field.schema(), pointer + "/fields/" + field.pos() + "/type");
                    }
                }
            }
            case ENUM, FIXED -> defined.putIfAbsent(schema.getFullName(), pointer);
            case ARRAY -> define(schema.getElementType(), pointer + "/items");
            case MAP -> define(schema.getValueType(), pointer + "/values");
            case UNION -> {
                for (int i = 0; i < schema.getTypes().size(); i++) {
                    define(schema.getTypes().get(i), pointer + "/" + i);
                }
            }
            case STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> {}
        }
    }
}
