package io.fairlead.gate.surface;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A small API, a view and a command, to plant changes in. */
record PlantedSurface(ObjectNode api, ObjectNode views, ObjectNode commands) {

    private static final String API = """
            {"openapi": "3.1.0",
             "paths": {
               "/v1/nodes": {"get": {
                 "parameters": [
                   {"name": "limit", "in": "query", "required": false,
                    "schema": {"type": "integer", "format": "int32", "default": 100, "maximum": 1000}}],
                 "responses": {
                   "200": {"headers": {"ETag": {"schema": {"type": "string"}}},
                           "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Nodes"}}}},
                   "404": {"content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}}}},
               "/v1/parked": {"get": {"responses": {"200": {"content": {"application/json": {
                 "schema": {"type": "array", "items": {"type": "string", "format": "date"}}}}}}}},
               "/v1/parked/retries": {"post": {
                 "requestBody": {"required": true,
                   "content": {"application/json": {"schema": {"$ref": "#/components/schemas/NewRetry"}}}},
                 "responses": {"200": {"content": {"application/json": {
                   "schema": {"type": "object", "properties": {"left": {"type": "integer", "format": "int32"}}}}}}}}}},
             "components": {"schemas": {
               "Nodes": {"type": "object", "required": ["nodes"],
                         "properties": {"nodes": {"type": "array", "items": {"$ref": "#/components/schemas/Node"}}}},
               "Node": {"type": "object", "required": ["name", "state"],
                        "properties": {
                          "name": {"type": "string"}, "pid": {"type": "integer", "format": "int64"},
                          "amount": {"type": "string"}, "state": {"type": "string", "enum": ["alive", "gone"]},
                          "peer": {"$ref": "#/components/schemas/Node"}}},
               "NewRetry": {"type": "object", "required": ["name"],
                            "properties": {
                              "name": {"type": "string", "maxLength": 100}, "stream": {"type": "string"},
                              "kind": {"type": "string", "enum": ["VIEW", "PROCESS"]},
                              "day": {"type": "string", "format": "date"},
                              "count": {"type": "integer", "format": "int64"}}},
               "Problem": {"type": "object", "properties": {"code": {"type": "string"}, "title": {"type": "string"}}}}}}
            """;

    private static final String VIEWS = """
            {"bi.margin": {"currency": {"type": "text", "comment": "ISO 4217"},
                           "revenue": {"type": "numeric(19,4)", "comment": "accrued"}}}
            """;

    private static final String COMMANDS = """
            {"fairlead parked list": {".": ["object"], ".parked": ["array"], ".parked[]": ["object"],
                                      ".parked[].position": ["integer"], ".parked[].reason": ["string", "absent"]}}
            """;

    static PlantedSurface small() {
        var json = JsonMapper.shared();
        return new PlantedSurface((ObjectNode) json.readTree(API), (ObjectNode) json.readTree(VIEWS), (ObjectNode)
                json.readTree(COMMANDS));
    }

    static PlantedSurface changed(Consumer<PlantedSurface> change) {
        var copy = small();
        change.accept(copy);
        return copy;
    }

    Surface with(Consumer<PlantedSurface> change) {
        return changed(change).surface();
    }

    Surface surface() {
        return Surface.all(
                List.of(OpenApiSurface.of(api), OtherSurfaces.ofViews(views), OtherSurfaces.ofCommands(commands)));
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("openapi.json"), api.toString());
        Files.writeString(folder.resolve("bi.json"), views.toString());
        Files.writeString(folder.resolve("cli.json"), commands.toString());
    }

    /** What stands at a JSON pointer of the API's description. */
    ObjectNode at(String pointer) {
        JsonNode found = api.at(pointer);
        return (ObjectNode) found;
    }

    ObjectNode schema(String name) {
        return at("/components/schemas/" + name);
    }

    ObjectNode property(String schema, String name) {
        return (ObjectNode) schema(schema).path("properties").path(name);
    }

    ObjectNode view(String name) {
        return (ObjectNode) views.path(name);
    }

    ObjectNode command(String name) {
        return (ObjectNode) commands.path(name);
    }

    /** Takes a field out of an object and puts its content under another name; null for none. */
    static void rename(ObjectNode object, String from, String to) {
        var value = object.remove(from);
        object.set(to, value);
    }
}
