package io.fairlead.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Contracts of random shape, and what a careless or a careful developer might make of one; the same for the same seed. */
final class RandomContracts {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> PRIMITIVES =
            List.of("int", "long", "float", "double", "string", "bytes", "boolean");
    private static final List<String> LOGICAL = List.of(
            "int date",
            "long timestamp-millis",
            "long timestamp-micros",
            "long local-timestamp-micros",
            "int time-millis",
            "string uuid");

    private final Random random;
    private int names;

    RandomContracts(long seed) {
        random = new Random(seed);
    }

    /** Text of a record n.Happened of one to five fields, up to three levels deep. */
    ObjectNode event() {
        return record("n.Happened", 3);
    }

    /** The same with one to three changes. */
    ObjectNode changed(ObjectNode event) {
        var changed = event.deepCopy();
        for (int i = random.nextInt(3); i >= 0; i--) {
            change(any(records(changed)));
        }
        return changed;
    }

    private ObjectNode record(String name, int depth) {
        var record = JSON.createObjectNode().put("type", "record").put("name", name);
        var fields = record.putArray("fields");
        for (int i = random.nextInt(5); i >= 0; i--) {
            fields.add(field(depth));
        }
        return record;
    }

    private ObjectNode field(int depth) {
        var field = JSON.createObjectNode().put("name", name());
        JsonNode type = type(depth);
        if (random.nextInt(4) == 0) {
            field.set("type", JSON.createArrayNode().add("null").add(type));
            field.putNull("default");
        } else {
            field.set("type", type);
            defaultFor(field);
        }
        return field;
    }

    private void defaultFor(ObjectNode field) {
        var type = field.path("type").isTextual() ? field.path("type").asText() : "";
        if (random.nextBoolean()) {
            switch (type) {
                case "int", "long", "float", "double" -> field.put("default", random.nextInt(9));
                case "string", "bytes" -> field.put("default", any(List.of("", "x")));
                case "boolean" -> field.put("default", random.nextBoolean());
                default -> {}
            }
        }
    }

    private JsonNode type(int depth) {
        var type = JSON.createObjectNode();
        switch (random.nextInt(depth > 0 ? 10 : 6)) {
            case 0, 1, 2 -> {
                return JSON.getNodeFactory().textNode(any(PRIMITIVES));
            }
            case 3 -> {
                var logical = any(LOGICAL).split(" ");
                type.put("type", logical[0]).put("logicalType", logical[1]);
            }
            case 4 ->
                type.put("type", "bytes")
                        .put("logicalType", "decimal")
                        .put("precision", any(List.of(9, 19)))
                        .put("scale", any(List.of(2, 4)));
            case 5 -> {
                type.put("type", "enum").put("name", name());
                symbols(type.putArray("symbols"));
                if (random.nextBoolean()) {
                    type.put("default", "A");
                }
            }
            case 6 -> type.put("type", "array").set("items", type(depth - 1));
            case 7 -> type.put("type", "map").set("values", type(depth - 1));
            case 8 -> {
                return JSON.createArrayNode().add("null").add("string").add(record(name(), depth - 1));
            }
            default -> {
                return record(name(), depth - 1);
            }
        }
        return type;
    }

    private void symbols(ArrayNode symbols) {
        Stream.of("A", "B", "C").limit(1 + random.nextInt(3)).forEach(symbols::add);
    }

    private void change(ObjectNode record) {
        var fields = (ArrayNode) record.path("fields");
        if (fields.isEmpty()) {
            fields.add(field(1));
            return;
        }
        int at = random.nextInt(fields.size());
        var field = (ObjectNode) fields.get(at);
        switch (random.nextInt(13)) {
            case 0 -> fields.insert(at, field(1));
            case 1 -> fields.remove(at);
            case 2 -> field.put("name", name());
            case 3 -> {
                field.putArray("aliases").add(field.path("name").asText());
                field.put("name", name());
            }
            case 4 -> field.putArray("aliases").add(any(fields).path("name").asText());
            case 5 -> {
                field.set("type", type(1));
                field.remove("default");
            }
            case 6 -> promote(field);
            case 7 -> {
                if (field.path("type").isArray()) {
                    field.set("type", field.path("type").get(1));
                    field.remove("default");
                } else {
                    field.set(
                            "type",
                            JSON.createArrayNode().add(field.path("type")).add("null"));
                }
            }
            case 8 -> defaultFor(field);
            case 9 -> fields.add(fields.remove(at));
            case 10 -> inner(field.path("type"));
            case 11 -> field.put("doc", name());
            default -> {
                var former = record.path("name").asText();
                if (!former.equals("n.Happened")) {
                    record.put("name", name());
                    if (random.nextBoolean()) {
                        record.putArray("aliases").add(former);
                    }
                }
            }
        }
    }

    private void promote(ObjectNode field) {
        switch (field.path("type").asText("")) {
            case "int" -> field.put("type", any(List.of("long", "float", "double")));
            case "long" -> field.put("type", any(List.of("float", "double", "int")));
            case "float" -> field.put("type", "double");
            case "string" -> field.put("type", "bytes");
            case "bytes" -> field.put("type", "string");
            default -> inner(field.path("type"));
        }
    }

    /** Symbols, digits, or what the number counts. */
    private void inner(JsonNode type) {
        if (type instanceof ObjectNode object) {
            switch (object.path("type").asText()) {
                case "enum" -> symbols(object.putArray("symbols"));
                case "bytes" -> object.put("scale", random.nextInt(5));
                case "long" -> object.put("logicalType", "timestamp-millis");
                case "int" -> object.remove("logicalType");
                default -> object.put("x", "told");
            }
        }
    }

    private static List<ObjectNode> records(JsonNode node) {
        var found = new ArrayList<ObjectNode>();
        if (node instanceof ObjectNode object && object.path("type").asText().equals("record")) {
            found.add(object);
        }
        node.forEach(child -> found.addAll(records(child)));
        return found;
    }

    private String name() {
        return "f" + ++names;
    }

    private JsonNode any(ArrayNode some) {
        return some.get(random.nextInt(some.size()));
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
