package io.fairlead.gate.surface;

import java.util.function.Consumer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes that nobody has to follow. */
enum HarmlessChange {
    OPERATION_ADDED(it -> it.at("/paths").putObject("/v1/more").putObject("get")),
    ANSWER_FIELD_ADDED(it -> properties(it, "Node").putObject("url").put("type", "string")),
    ANSWER_FIELD_ALWAYS_THERE(it ->
            it.schema("Node").putArray("required").add("name").add("state").add("pid")),
    ANSWER_NUMBER_NARROWED(it -> it.property("Node", "pid").put("format", "int32")),
    FIELD_ADDED_THAT_MAY_BE_LEFT_OUT(
            it -> properties(it, "NewRetry").putObject("note").put("type", "string")),
    FIELD_MAY_BE_LEFT_OUT(it -> it.schema("NewRetry").remove("required")),
    VALUE_TAKEN_TOO(it -> it.property("NewRetry", "kind")
            .putArray("enum")
            .add("PROCESS")
            .add("VIEW")
            .add("TOPIC")),
    TYPE_WIDENED(it -> it.property("NewRetry", "day").remove("format")),
    LONGER_TEXT_TAKEN(it -> it.property("NewRetry", "name").put("maxLength", 200)),
    WORDS_CHANGED(it -> it.property("Node", "name").put("description", "as people call it")),
    PARAMETER_ADDED(it -> {
        var parameter = ((ArrayNode) it.at("/paths/~1v1~1nodes/get").path("parameters")).addObject();
        parameter.put("name", "cursor").put("in", "query").putObject("schema").put("type", "string");
    }),
    COLUMN_ADDED(it -> it.view("bi.margin").putObject("cost").put("type", "numeric(19,4)")),
    VIEW_ADDED(it -> it.views().putObject("bi.more").putObject("day").put("type", "date")),
    COMMENT_CHANGED(it -> ((ObjectNode) it.view("bi.margin").path("revenue")).put("comment", "earned")),
    KEY_ADDED(it -> it.command("fairlead parked list").putArray(".count").add("integer")),
    KEY_ALWAYS_THERE(it ->
            it.command("fairlead parked list").putArray(".parked[].reason").add("string"));

    private final Consumer<PlantedSurface> planted;

    HarmlessChange(Consumer<PlantedSurface> planted) {
        this.planted = planted;
    }

    Consumer<PlantedSurface> planted() {
        return planted;
    }

    private static ObjectNode properties(PlantedSurface it, String schema) {
        return (ObjectNode) it.schema(schema).path("properties");
    }
}
