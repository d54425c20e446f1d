package io.fairlead.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Rebuilds views from history, or shows that they need none. */
@Command(
        name = "rebuild",
        description = "Replay a view from the log beside the serving one, compare, and let the replayed rows serve.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Ends with 0 when both were identical, with 3 when they differed.",
            "Example: fairlead rebuild unbilled --dry-run"
        })
final class Rebuild implements Callable<Integer> {

    @Mixin
    private final Output output = new Output();

    @ArgGroup(multiplicity = "1")
    private Wanted wanted = new Wanted();

    @Option(names = "--dry-run", description = "Only compare; change nothing.")
    private boolean dryRun;

    /** One view or all. */
    static final class Wanted {

        @Parameters(paramLabel = "VIEW", description = "View, for example unbilled.")
        private @Nullable String view;

        @Option(names = "--all", required = true, description = "All views.")
        private boolean all;
    }

    @Override
    public Integer call() {
        var api = Api.local(System.getenv());
        Map<String, Object> body = new LinkedHashMap<>();
        if (!wanted.all && wanted.view != null) {
            body.put("view", wanted.view);
        }
        body.put("dryRun", dryRun);
        var head = progress(api).path("head").asLong();
        var report = Waiting.on(
                output, "replay", head, () -> progress(api).path("position").asLong(), () -> api.post(
                                "/v1/rebuilds", body)
                        .body());
        output.print(report, tables(report), sums(report));
        return (report.path("differences").asLong() == 0 ? ExitCode.OK : ExitCode.DIFFERENCES).code();
    }

    private static JsonNode progress(Api api) {
        return api.get("/v1/rebuilds/progress").body();
    }

    private static Table tables(JsonNode report) {
        var title = "%s at position %s: %s rows, %s differences, %s"
                .formatted(
                        report.path("view").asString(),
                        report.path("position").asString(),
                        report.path("rows").asString(),
                        report.path("differences").asString(),
                        report.path("replaced").asBoolean() ? "the replayed rows serve now" : "nothing was changed");
        var rows = StreamSupport.stream(report.path("tables").spliterator(), false)
                .map(table -> List.of(
                        table.path("table").asString(),
                        table.path("rows").asString(),
                        table.path("missing").asString(),
                        table.path("surplus").asString(),
                        table.path("changed").asString(),
                        table.path("first").asString("")))
                .toList();
        return new Table(title, List.of("table", "rows", "missing", "surplus", "changed", "first difference"), rows);
    }

    private static Table sums(JsonNode report) {
        var rows = StreamSupport.stream(report.path("tables").spliterator(), false)
                .flatMap(table -> {
                    var names = new TreeSet<>(table.path("served").propertyNames());
                    names.addAll(table.path("replayed").propertyNames());
                    return names.stream()
                            .map(name -> List.of(
                                    table.path("table").asString(),
                                    name,
                                    table.path("served").path(name).asString("0"),
                                    table.path("replayed").path(name).asString("0")));
                })
                .toList();
        return new Table("Sums", List.of("table", "amount", "served", "replayed"), rows);
    }
}
