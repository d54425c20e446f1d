package io.fairlead.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.Schema;

/** A schema as readers in every language should see it, for whoever registers one. */
public final class PortableSchema {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JAVA_STRING = "avro.java.string";

    private PortableSchema() {}

    /**
     * The schema without {@code avro.java.string}, which tells only Java's generated classes how to hold text. The bytes of
     * values do not change.
     */
    public static Schema of(Schema schema) {
        var text = schema.toString();
        if (!text.contains(JAVA_STRING)) {
            return schema;
        }
        try {
            var tree = JSON.readTree(text);
            strip(tree);
            return new Schema.Parser().parse(JSON.writeValueAsString(tree));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("schema " + schema.getFullName() + " has no JSON text", e);
        }
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(JAVA_STRING);
        }
        node.properties().forEach(property -> {
            // A default is data: a map's key may have any name.
            if (!property.getKey().equals("default")) {
                strip(property.getValue());
            }
        });
        if (node.isArray()) {
            node.forEach(PortableSchema::strip);
        }
    }
}
