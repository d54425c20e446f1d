package io.fairlead.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** Bodies and parameters as clients err and attackers try: mostly right by their schema, with something wrong in it. */
public final class FuzzValues {

    /** Texts that were taken badly somewhere once. */
    public static final List<String> ODD = List.of(
            "",
            " ",
            "x",
            "\u0000",
            "DE\u0000",
            "a\u0001b",
            "\u001b[2J",
            "\ud800",
            "a\u202eb",
            "\u2028",
            "😀",
            "Größe",
            "x".repeat(70),
            "x".repeat(5_000),
            "../..",
            "'; drop table x; --",
            "%00",
            "a/b",
            "=cmd|calc!A0",
            "${jndi:ldap://x}",
            "null",
            "1e999999999",
            "-1",
            "9999999999999999999",
            "2026-02-30",
            "2026-06-15",
            "+999999999-12-31",
            "-0001-01-01",
            "2200-01-01",
            "EUR",
            "XXX",
            "NaN",
            "|",
            "a|\u0000");

    private static final List<String> NUMBERS = List.of(
            "-1",
            "0",
            "1",
            "2147483648",
            "1.5",
            "1e400",
            "-0.00001",
            "99999999999999999999999",
            "1e999999999",
            "1e-400");

    private static final int DEPTH_MAX = 6;

    private final Random random;
    private final JsonNode schemas;
    private final List<String> ids;

    /** @param ids of things that are there */
    public FuzzValues(Random random, JsonNode schemas, List<String> ids) {
        this.random = random;
        this.schemas = schemas;
        this.ids = ids;
    }

    /** A text: often an id that is there, else an odd one. */
    public String text() {
        return random.nextInt(3) > 0 && !ids.isEmpty() ? pick(ids) : pick(ODD);
    }

    /** A value for a parameter of this schema. */
    public String parameter(JsonNode schema) {
        if (random.nextInt(3) == 0) {
            return pick(ODD);
        }
        var made = value(schema, 0);
        return made.isString() ? made.stringValue() : made.toString();
    }

    /** JSON text of a body, with something odd in two of three. */
    public String body(@Nullable JsonNode schema) {
        if (schema == null) {
            return random.nextInt(4) == 0 ? pick(ODD) : "";
        }
        var made = value(schema, 0);
        return switch (random.nextInt(9)) {
            case 0 -> JsonMapper.shared().writeValueAsString(made).replaceFirst("}$", "");
            case 1 -> JsonMapper.shared().writeValueAsString(made).replaceFirst("\\{", "{\"unknown\":1,");
            case 2, 3, 4, 5 -> spoilt(made);
            default -> JsonMapper.shared().writeValueAsString(made);
        };
    }

    /** The body with another id and one odd text, day or number somewhere in it. */
    public static String spoilt(Map<String, Object> body, String suffix, Random random) {
        var json = JsonMapper.shared();
        var copy = (ObjectNode) json.readTree(json.writeValueAsString(body));
        if (copy.path("id").isString()) {
            var _ = copy.put("id", copy.path("id").stringValue() + suffix);
        }
        var fields = leaves(copy);
        if (!fields.isEmpty()) {
            var leaf = fields.get(random.nextInt(fields.size()));
            var old = leaf.parent().path(leaf.name());
            var value = old.isString() && random.nextBoolean()
                    ? old.stringValue() + ODD.get(random.nextInt(ODD.size()))
                    : ODD.get(random.nextInt(ODD.size()));
            var _ = leaf.parent().put(leaf.name(), value);
        }
        return json.writeValueAsString(copy);
    }

    private record Leaf(ObjectNode parent, String name) {}

    private static List<Leaf> leaves(JsonNode at) {
        var all = new ArrayList<Leaf>();
        if (at instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                if (!field.getValue().isContainer()) {
                    all.add(new Leaf(object, field.getKey()));
                }
            });
        }
        at.forEach(inside -> all.addAll(leaves(inside)));
        return all;
    }

    private String spoilt(JsonNode made) {
        var at = made;
        while (true) {
            if (at instanceof ObjectNode object && !object.isEmpty()) {
                var name = pick(List.copyOf(object.propertyNames()));
                var inside = object.get(name);
                if (inside.isContainer() && !inside.isEmpty() && random.nextBoolean()) {
                    at = inside;
                    continue;
                }
                var _ = random.nextInt(5) == 0 ? object.remove(name) : object.set(name, odd());
            } else if (at instanceof ArrayNode array && !array.isEmpty()) {
                var _ = array.set(random.nextInt(array.size()), odd());
            }
            return JsonMapper.shared().writeValueAsString(made);
        }
    }

    private JsonNode odd() {
        var json = JsonNodeFactory.instance;
        return switch (random.nextInt(6)) {
            case 0 -> json.nullNode();
            case 1 -> json.rawValueNode(new RawValue(pick(NUMBERS)));
            case 2 -> json.arrayNode().addNull();
            case 3 -> json.objectNode().put("x", true);
            default -> json.stringNode(pick(ODD));
        };
    }

    private JsonNode value(JsonNode schema, int depth) {
        var json = JsonNodeFactory.instance;
        if (schema.has("$ref")) {
            var name = schema.path("$ref").asString().replaceFirst(".*/", "");
            return value(schemas.path(name), depth);
        }
        if (schema.path("enum").isArray() && !schema.path("enum").isEmpty()) {
            return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> {
                var array = json.arrayNode();
                for (var i = random.nextInt(3); i > 0 && depth < DEPTH_MAX; i--) {
                    array.add(value(schema.path("items"), depth + 1));
                }
                yield array;
            }
            case "integer" -> json.numberNode(random.nextInt(5_000));
            case "number" -> json.numberNode(random.nextInt(5_000) / 4.0);
            case "boolean" -> json.booleanNode(random.nextBoolean());
            default -> string(schema);
        };
    }

    private JsonNode object(JsonNode schema, int depth) {
        var object = JsonNodeFactory.instance.objectNode();
        schema.path("properties").properties().forEach(property -> {
            if (depth < DEPTH_MAX && random.nextInt(6) > 0) {
                object.set(property.getKey(), value(property.getValue(), depth + 1));
            }
        });
        return object;
    }

    private JsonNode string(JsonNode schema) {
        var json = JsonNodeFactory.instance;
        var example = schema.path("example").asString("");
        if (schema.path("format").asString("").equals("date")) {
            return json.stringNode("2026-%02d-%02d".formatted(1 + random.nextInt(12), 1 + random.nextInt(28)));
        }
        if (!example.isEmpty() && random.nextInt(3) > 0) {
            return json.stringNode(example);
        }
        return json.stringNode(text());
    }

    private static String type(JsonNode schema) {
        var type = schema.path("type");
        return type.isArray() ? type.path(0).asString("string") : type.asString("string");
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
