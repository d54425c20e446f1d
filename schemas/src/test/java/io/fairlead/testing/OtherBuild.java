package io.fairlead.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.EncoderFactory;

/**
 * The schema of an event as a former or a later build has it, and an event written with it.
 *
 * @param schema of that build
 */
public record OtherBuild(Schema schema) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Today's schema, changed in its JSON. */
    public static OtherBuild of(Schema today, Consumer<ObjectNode> change) {
        try {
            var record = (ObjectNode) JSON.readTree(today.toString());
            change.accept(record);
            return new OtherBuild(new Schema.Parser().parse(record.toString()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JSON of a field in the JSON of its record. */
    public static ObjectNode field(ObjectNode record, String name) {
        for (var field : record.withArray("fields")) {
            if (field.path("name").asText().equals(name)) {
                return (ObjectNode) field;
            }
        }
        throw new IllegalArgumentException(record.path("name") + " has no field " + name);
    }

    /** Takes a field out of the JSON of its record. */
    public static void remove(ObjectNode record, String name) {
        ArrayNode fields = record.withArray("fields");
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).path("name").asText().equals(name)) {
                fields.remove(i);
                return;
            }
        }
        throw new IllegalArgumentException(record.path("name") + " has no field " + name);
    }

    /** The text that is stored. */
    public String json() {
        return schema.toString();
    }

    /** The fingerprint that events name the schema by. */
    public long fingerprint() {
        return SchemaNormalization.fingerprint64(json().getBytes(StandardCharsets.UTF_8));
    }

    /** An event as Avro binary: its first field is the stream, each other one a short text, or 1. */
    public byte[] payload(String stream) {
        var event = new GenericData.Record(schema);
        for (var field : schema.getFields()) {
            event.put(
                    field.pos(),
                    switch (field.schema().getType()) {
                        case STRING -> field.pos() == 0 ? stream : "text";
                        case INT -> 1;
                        case LONG -> 1L;
                        default -> throw new IllegalArgumentException("a field of type " + field.schema());
                    });
        }
        var bytes = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        try {
            new GenericDatumWriter<GenericData.Record>(schema).write(event, encoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
