package io.fairlead.cli;

import io.fairlead.cli.document.DocumentNumber;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Shows what happened to one thing, event by event, or how it stood at a time. */
@Command(
        name = "history",
        description = "Show the events of an invoice, a time entry, a contract or anything else, in order.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example: fairlead history contract:ACME-2026",
            "         fairlead history de-2026-000017 --as-of 2026-07-01T00:00:00Z"
        })
final class HistoryCommand implements Callable<Integer> {

    private static final int FACT_MAX = 160;

    @Mixin
    private final Output output = new Output();

    @Parameters(
            paramLabel = "ID",
            description = "Stream key, its part behind the colon where that is unique, or a document's number.")
    private String id = "";

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description = "Only what was recorded until then, and the state then; ISO 8601 with a zone.")
    private String asOf = "";

    @Override
    public Integer call() {
        var query = asOf.isBlank() ? "" : "?as-of=" + URLEncoder.encode(asOf, StandardCharsets.UTF_8);
        var api = Api.local();
        var history = api.get("/v1/history/"
                        + URLEncoder.encode(DocumentNumber.document(api, id), StandardCharsets.UTF_8)
                        + query)
                .body();
        var events = StreamSupport.stream(history.path("events").spliterator(), false)
                .map(event -> row(event, history.path("id").asString()))
                .toList();
        var title = history.path("id").asString() + ", " + events.size() + " events";
        var table = new Table(title, List.of("time", "event", "actor", "what"), events);
        if (asOf.isBlank()) {
            output.print(history, table);
        } else {
            output.print(history, table, state(history));
        }
        return ExitCode.OK.code();
    }

    private List<String> row(JsonNode event, String of) {
        var facts = event.path("content")
                .propertyStream()
                .filter(field -> !field.getValue().isNull()
                        && !field.getValue().asString("").equals(of))
                .map(field -> field.getKey() + "=" + text(field.getValue()))
                .collect(Collectors.joining(" "));
        var note = event.path("note").asString("");
        var what = (note.isEmpty() ? "" : "[" + note + "] ") + facts;
        return List.of(
                event.path("recordedAt").asString(),
                event.path("type").asString().replaceFirst(".*\\.", ""),
                event.path("actor").asString(""),
                output.fitted(what, FACT_MAX));
    }

    private static Table state(JsonNode history) {
        var rows = history.path("state")
                .propertyStream()
                .map(field -> List.of(
                        field.getKey(),
                        text(field.getValue().path("value")),
                        field.getValue().path("type").asString().replaceFirst(".*\\.", ""),
                        field.getValue().path("sequence").asString()))
                .toList();
        return new Table("State then", List.of("field", "value", "set by", "sequence"), rows);
    }

    private static String text(JsonNode value) {
        if (value.isArray() && value.path(0).isObject()) {
            return value.size() + " rows";
        }
        return value.isValueNode() ? value.asString("") : value.toString();
    }
}
