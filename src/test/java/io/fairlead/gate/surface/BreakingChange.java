package io.fairlead.gate.surface;

import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** Changes that somebody would have to follow, what the check says of each, and of whom. */
enum BreakingChange {
    OPERATION_REMOVED("GET /v1/nodes is gone", "nodes", it -> it.at("/paths").remove("/v1/nodes")),
    METHOD_CHANGED(
            "POST /v1/parked/retries is gone",
            "retries",
            it -> PlantedSurface.rename(it.at("/paths/~1v1~1parked~1retries"), "post", "put")),
    PATH_RENAMED(
            "GET /v1/parked is gone",
            "parked",
            it -> PlantedSurface.rename(it.at("/paths"), "/v1/parked", "/v1/waiting")),
    ANSWER_FIELD_REMOVED("GET /v1/nodes 200.nodes[].pid is no longer told", "nodes", it -> ((ObjectNode)
                    it.schema("Node").path("properties"))
            .remove("pid")),
    ANSWER_FIELD_MAY_BE_MISSING("GET /v1/nodes 200.nodes[].name may be missing now", "nodes", it -> it.schema("Node")
            .putArray("required")
            .add("state")),
    ANSWER_TYPE_CHANGED("GET /v1/nodes 200.nodes[].pid may be string now", "nodes", it -> it.property("Node", "pid")
            .put("type", "string")
            .remove("format")),
    ANSWER_TYPE_WIDENED(
            "GET /v1/nodes 200.nodes[].name may be null now",
            "nodes",
            it -> it.property("Node", "name").putArray("type").add("string").add("null")),
    ANSWER_NUMBER_WIDENED("POST /v1/parked/retries 200.left may be number now", "retries", it -> it.at(
                    "/paths/~1v1~1parked~1retries/post/responses/200/content/application~1json/schema/properties/left")
            .put("type", "number")
            .remove("format")),
    ANSWER_FORMAT_CHANGED("GET /v1/parked 200[] may be string/date-time now", "parked", it -> it.at(
                    "/paths/~1v1~1parked/get/responses/200/content/application~1json/schema/items")
            .put("format", "date-time")),
    ANSWER_VALUE_REMOVED(
            "GET /v1/nodes 200.nodes[].state is never gone any more",
            "nodes",
            it -> it.property("Node", "state").putArray("enum").add("alive")),
    ANSWER_VALUE_ADDED("GET /v1/nodes 200.nodes[].state may be frozen now", "nodes", it -> it.property("Node", "state")
            .putArray("enum")
            .add("alive")
            .add("gone")
            .add("frozen")),
    STATUS_CHANGED(
            "GET /v1/nodes 200 is no longer told",
            "nodes",
            it -> PlantedSurface.rename(it.at("/paths/~1v1~1nodes/get/responses"), "200", "202")),
    MEDIA_TYPE_CHANGED(
            "GET /v1/nodes 200.type application/json is no longer told",
            "nodes",
            it -> PlantedSurface.rename(
                    it.at("/paths/~1v1~1nodes/get/responses/200/content"), "application/json", "text/csv")),
    HEADER_REMOVED("GET /v1/nodes 200.header ETag is no longer told", "nodes", it -> it.at(
                    "/paths/~1v1~1nodes/get/responses/200")
            .remove("headers")),
    NEEDED_FIELD_ADDED("POST /v1/parked/retries body.reason is new and needed", "retries", it -> {
        ((ObjectNode) it.schema("NewRetry").path("properties"))
                .putObject("reason")
                .put("type", "string");
        it.schema("NewRetry").putArray("required").add("name").add("reason");
    }),
    FIELD_NEEDED_NOW(
            "POST /v1/parked/retries body.stream is needed now",
            "retries",
            it -> it.schema("NewRetry").putArray("required").add("name").add("stream")),
    FIELD_NO_LONGER_TAKEN("POST /v1/parked/retries body.stream is no longer taken", "retries", it -> ((ObjectNode)
                    it.schema("NewRetry").path("properties"))
            .remove("stream")),
    VALUE_NO_LONGER_TAKEN(
            "POST /v1/parked/retries body.kind no longer takes VIEW",
            "retries",
            it -> it.property("NewRetry", "kind").putArray("enum").add("PROCESS")),
    TYPE_NARROWED("POST /v1/parked/retries body.count no longer takes integer/int64", "retries", it -> it.property(
                    "NewRetry", "count")
            .put("format", "int32")),
    TEXT_NARROWED("POST /v1/parked/retries body.name has another maxLength: 50, was 100", "retries", it -> it.property(
                    "NewRetry", "name")
            .put("maxLength", 50)),
    PARAMETER_REMOVED("GET /v1/nodes query limit is no longer taken", "nodes", it -> it.at("/paths/~1v1~1nodes/get")
            .remove("parameters")),
    DEFAULT_CHANGED("GET /v1/nodes query limit has another default: 50, was 100", "nodes", it -> it.at(
                    "/paths/~1v1~1nodes/get/parameters/0/schema")
            .put("default", 50)),
    REFUSALS_CHANGED("every refusal problem.code is no longer told", "all", it -> ((ObjectNode)
                    it.schema("Problem").path("properties"))
            .remove("code")),
    COLUMN_DROPPED("bi.margin revenue is no longer told", "margin", it -> it.view("bi.margin")
            .remove("revenue")),
    COLUMN_TYPE_CHANGED("bi.margin revenue may be double precision now", "margin", it -> ((ObjectNode)
                    it.view("bi.margin").path("revenue"))
            .put("type", "double precision")),
    VIEW_DROPPED("bi.margin is gone", "margin", it -> it.views().remove("bi.margin")),
    KEY_RENAMED(
            "fairlead parked list .parked[].position is no longer told",
            "list",
            it -> PlantedSurface.rename(it.command("fairlead parked list"), ".parked[].position", ".parked[].at")),
    KEY_OF_ANOTHER_TYPE("fairlead parked list .parked[].position may be string now", "list", it -> it.command(
                    "fairlead parked list")
            .putArray(".parked[].position")
            .add("string")),
    COMMAND_REMOVED("fairlead parked list is gone", "list", it -> it.commands().remove("fairlead parked list"));

    private final String told;
    private final String used;
    private final Consumer<PlantedSurface> planted;

    BreakingChange(String told, String used, Consumer<PlantedSurface> planted) {
        this.told = told;
        this.used = used;
        this.planted = planted;
    }

    String told() {
        return told;
    }

    String usedBy() {
        return switch (used) {
            case "nodes" -> "erp-sync (1204 calls, last 2026-11-29)";
            case "retries" -> "portal (3 calls, last 2026-11-30)";
            case "parked" -> "portal (7 calls, last 2026-11-30)";
            case "margin" -> "warehouse";
            case "list" -> "night job";
            default ->
                "erp-sync (1204 calls, last 2026-11-29), portal (7 calls, last 2026-11-30), portal (3 calls, last"
                        + " 2026-11-30), night job, warehouse";
        };
    }

    Consumer<PlantedSurface> planted() {
        return planted;
    }
}
