package io.fairlead.gate.surface;

import io.fairlead.gate.surface.Spot.Side;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads the API's description, OpenAPI 3.1, as a surface: parameters and bodies are asked, answers that succeed are told. */
final class OpenApiSurface {

    private static final Set<String> LIMITS =
            Set.of("maxLength", "minLength", "maximum", "minimum", "maxItems", "minItems", "pattern", "default");
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String SCHEMA = "schema";

    private final JsonNode api;
    private final Surface surface = Surface.empty();
    private final Deque<String> open = new ArrayDeque<>();

    private OpenApiSurface(JsonNode api) {
        this.api = api;
    }

    static Surface of(JsonNode api) {
        var reader = new OpenApiSurface(api);
        api.path("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, operation) ->
                        reader.operation(method.toUpperCase(Locale.ROOT) + " " + path, operation)));
        var problem = api.path("components").path("schemas").path("Problem");
        if (problem.isObject()) {
            reader.schema(Surface.PROBLEM, "problem", problem, true, Side.TOLD);
        }
        return reader.surface;
    }

    private void operation(String use, JsonNode operation) {
        surface.add(use, "answers", Spot.told(Set.of("object")));
        for (var parameter : operation.path("parameters")) {
            var place = parameter.path("in").asString() + " "
                    + parameter.path("name").asString();
            schema(
                    use,
                    place,
                    parameter.path(SCHEMA),
                    parameter.path("required").asBoolean(false),
                    Side.ASKED);
        }
        var body = operation.path("requestBody");
        body.path("content").forEachEntry((type, content) -> {
            boolean isRequired = body.path("required").asBoolean(false);
            surface.add(use, "body type", new Spot(Side.ASKED, kinds(type, isRequired), Map.of()));
            schema(use, "body", content.path(SCHEMA), isRequired, Side.ASKED);
        });
        operation.path("responses").forEachEntry((status, answer) -> {
            if (status.startsWith("2")) {
                answer(use, status, answer);
            }
        });
    }

    private void answer(String use, String status, JsonNode answer) {
        surface.add(use, status, Spot.told(Set.of(status)));
        answer.path("headers")
                .forEachEntry((name, header) ->
                        surface.add(use, status + ".header " + name, Spot.told(kinds("string", false))));
        answer.path("content").forEachEntry((type, content) -> {
            surface.add(use, status + ".type " + type, Spot.told(Set.of(type)));
            schema(use, status, content.path(SCHEMA), true, Side.TOLD);
        });
    }

    private static Set<String> kinds(String kind, boolean isRequired) {
        return isRequired ? Set.of(kind) : Set.of(kind, Spot.ABSENT);
    }

    private void schema(String use, String place, JsonNode written, boolean isRequired, Side side) {
        var name = written.path("$ref").asString("").replace(SCHEMAS, "");
        if (open.contains(name)) {
            surface.add(use, place, new Spot(side, kinds("as " + name, isRequired), Map.of()));
            return;
        }
        var schema = name.isEmpty()
                ? written
                : api.path("components").path("schemas").path(name);
        if (!name.isEmpty()) {
            open.push(name);
        }
        Stream.of("oneOf", "anyOf", "allOf")
                .flatMap(word -> schema.path(word).valueStream())
                .forEach(each -> schema(use, place, each, isRequired, side));
        var kinds = kindsOf(schema);
        if (!isRequired) {
            kinds.add(Spot.ABSENT);
        }
        if (!kinds.isEmpty()) {
            surface.add(use, place, new Spot(side, kinds, side == Side.ASKED ? limits(schema) : Map.of()));
        }
        within(use, place, schema, side);
        if (!name.isEmpty()) {
            var _ = open.pop();
        }
    }

    private void within(String use, String place, JsonNode schema, Side side) {
        var required = new TreeSet<String>();
        schema.path("required").forEach(each -> required.add(each.asString()));
        schema.path("properties")
                .forEachEntry(
                        (name, property) -> schema(use, place + "." + name, property, required.contains(name), side));
        if (schema.path("items").isObject()) {
            schema(use, place + "[]", schema.path("items"), true, side);
        }
        if (schema.path("additionalProperties").isObject()) {
            schema(use, place + ".*", schema.path("additionalProperties"), true, side);
        }
    }

    private static TreeSet<String> kindsOf(JsonNode schema) {
        var kinds = new TreeSet<String>();
        var type = schema.path("type");
        var types = type.isArray() ? type.valueStream() : Stream.of(type);
        types.map(each -> each.asString("")).filter(each -> !each.isEmpty()).forEach(each -> {
            if (schema.path("enum").isArray()) {
                schema.path("enum").forEach(value -> kinds.add(each + "=" + value.asString()));
            } else {
                var format = schema.path("format").asString("");
                kinds.add(format.isEmpty() ? each : each + "/" + format);
            }
        });
        return kinds;
    }

    private static TreeMap<String, String> limits(JsonNode schema) {
        var limits = new TreeMap<String, String>();
        LIMITS.forEach(limit -> {
            if (schema.has(limit)) {
                limits.put(limit, schema.path(limit).asString());
            }
        });
        return limits;
    }
}
