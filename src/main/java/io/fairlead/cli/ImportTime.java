package io.fairlead.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Takes in a time tracker's export. */
@Command(
        name = "time",
        description = "Take in the detailed CSV of Toggl, Clockify or Harvest.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Good rows go in, bad ones are told with line, column and reason; then it ends with 1.",
            "Without --mapping, mapping-PROFILE.json beside FILE is taken.",
            "Example: fairlead import time may.csv --profile toggl --mapping names.json --dry-run",
            "Example: fairlead import time may.csv --profile toggl --submit"
        })
final class ImportTime implements Callable<Integer> {

    @Mixin
    private final Output output = new Output();

    @Mixin
    private final Acting acting = new Acting();

    @Parameters(paramLabel = "FILE", description = "The export, at most 64 MiB.")
    private Path file = Path.of("");

    @Option(
            names = "--profile",
            required = true,
            paramLabel = "NAME",
            description = "toggl, clockify, harvest, or the path of your own profile (.json).")
    private String profile = "";

    @Option(names = "--mapping", paramLabel = "FILE", description = "Which names of the file are which ids (JSON).")
    private @Nullable Path mapping;

    @Option(names = "--dry-run", description = "Tell what would happen; record nothing.")
    private boolean dryRun;

    @Option(names = "--submit", description = "Offer the entries for approval as well.")
    private boolean submit;

    @Override
    public Integer call() {
        var own = profile.endsWith(".json");
        var files = new LinkedHashMap<String, byte[]>();
        var content = InputFile.read(file);
        files.put("mapping", InputFile.read(mapping(own)));
        if (own) {
            files.put("profile-file", InputFile.read(Path.of(profile)));
        }
        files.put("file", content);
        var path = "/v1/imports/time?dry-run=" + dryRun + "&submit=" + submit
                + (own ? "" : "&profile=" + URLEncoder.encode(profile, StandardCharsets.UTF_8));
        var api = acting.api(output);
        var answer = Waiting.on(output, "rows", lines(content), () -> 0, () -> {
            var imported = api.upload(path, files).body();
            Acting.await(api, imported.path("position").asLong(0));
            return imported;
        });
        output.print(answer, tables(answer).toArray(Table[]::new));
        return (answer.path("refused").asInt(0) > 0 ? ExitCode.FAILED : ExitCode.OK).code();
    }

    private Path mapping(boolean own) {
        if (mapping != null) {
            return mapping;
        }
        var beside = file.toAbsolutePath().resolveSibling("mapping-" + profile + ".json");
        if (own || !Files.exists(beside)) {
            throw new CommandFailed(
                    ExitCode.USAGE,
                    "no mapping: name it with --mapping FILE"
                            + (own ? "" : ", or put %s beside the export".formatted(beside.getFileName())));
        }
        return beside;
    }

    private static long lines(byte[] content) {
        var count = 0L;
        for (var one : content) {
            if (one == '\n') {
                count++;
            }
        }
        return Math.max(0, count - 1);
    }

    private static List<Table> tables(JsonNode answer) {
        var tables = new ArrayList<Table>();
        tables.add(new Table(
                answer.path("dryRun").asBoolean(false) ? "Dry run: nothing was recorded" : "",
                List.of(
                        "rows",
                        "new",
                        "corrected",
                        "repeated",
                        "refused",
                        "submitted",
                        "seconds new",
                        "seconds corrected",
                        "seconds repeated"),
                List.of(Cells.of(
                        answer,
                        "rows",
                        "accepted",
                        "corrected",
                        "repeated",
                        "refused",
                        "submitted",
                        "seconds",
                        "correctedSeconds",
                        "repeatedSeconds"))));
        Cells.add(
                tables,
                "Taken by project",
                answer.path("projects"),
                List.of("project", "entries", "seconds", "billableSeconds"));
        Cells.add(
                tables,
                Cells.first("Refused", answer.path("refused"), answer.path("refusals")),
                answer.path("refusals"),
                List.of("line", "column", "value", "code", "reason", "remedy"));
        Cells.add(tables, "Refused, by reason", answer.path("refusedBy"), List.of("code", "field", "count"));
        Cells.add(
                tables,
                Cells.first("To look at", answer.path("warned"), answer.path("warnings")),
                answer.path("warnings"),
                List.of("line", "code", "text"));
        return tables;
    }
}
