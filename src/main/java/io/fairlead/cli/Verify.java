package io.fairlead.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Has the application recompute what must always hold. */
@Command(
        name = "verify",
        description = "Recompute what must always hold from log, views, topics and the ERP's own ledger.",
        mixinStandardHelpOptions = true,
        footer = {"", "Ends with 0 when all holds, with 3 when a check found differences.", "Example: fairlead verify"})
final class Verify implements Callable<Integer> {

    @Mixin
    private final Output output = new Output();

    @Mixin
    private final Acting.Patience patience = new Acting.Patience();

    @Option(names = "--checks", paramLabel = "IDS", description = "Only these, for example I1,I4; all when absent.")
    private String checks = "";

    @Override
    public Integer call() {
        var api = patience.api(output);
        var query = checks.isBlank() ? "" : "?checks=" + checks.replace(" ", "");
        var report = Waiting.on(output, "verification", 0, () -> 0, () -> api.get("/v1/verification" + query)
                .body());
        report.path("lagging").forEach(late -> output.say("not at its end: " + late.asString()));
        var rows = StreamSupport.stream(report.path("checks").spliterator(), false)
                .map(Verify::row)
                .toList();
        var tables = new ArrayList<Table>();
        tables.add(new Table(title(report), List.of("check", "what holds", "examined", "failed", "first"), rows));
        var more = named(report);
        if (!more.isEmpty()) {
            tables.add(new Table("What differs", List.of("check", "difference"), more));
        }
        output.print(report, tables.toArray(Table[]::new));
        return (report.path("failed").asLong() == 0 ? ExitCode.OK : ExitCode.DIFFERENCES).code();
    }

    /** Each difference that a check names beside its first. */
    private static List<List<String>> named(JsonNode report) {
        var named = new ArrayList<List<String>>();
        report.path("checks").forEach(check -> check.path("examples")
                .valueStream()
                .skip(1)
                .forEach(example -> named.add(List.of(check.path("id").asString(), example.asString()))));
        return named;
    }

    private static String title(JsonNode report) {
        return "%d differences in %d events, %s s"
                .formatted(
                        report.path("failed").asLong(),
                        report.path("counts").path("events").asLong(),
                        report.path("seconds").asString());
    }

    private static List<String> row(JsonNode check) {
        var first = check.path("examples")
                .path(0)
                .asString(check.path("notes").path(0).asString(""));
        return List.of(
                check.path("id").asString(),
                check.path("sentence").asString(),
                check.path("examined").asString(),
                check.path("failed").asString(),
                first);
    }
}
