package io.fairlead.cli;

import io.fairlead.cli.SetupFile.Step;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes in master data. */
@Command(
        name = "setup",
        description = "Take in legal entities, customers, people, rates, contracts and projects (JSON).",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Sections, all optional: holidayCalendars, legalEntities, taxRates, exchangeRates, customers, people (each",
            "with costRates), rateCards (each with rates), contracts, projects (each with tasks and milestones).",
            "Fields as in the API.",
            "An unknown section or field is refused before anything is sent. What the application refuses is told at",
            "the end, the rest goes in, and it ends with 1.",
            "Example: fairlead import setup src/docs/samples/setup.json --dry-run"
        })
final class ImportSetup implements Callable<Integer> {

    @Mixin
    private final Output output = new Output();

    @Mixin
    private final Acting acting = new Acting();

    @Parameters(paramLabel = "FILE", description = "The master data.")
    private Path file = Path.of("");

    @Option(names = "--dry-run", description = "Check the file and tell what would be sent; send nothing.")
    private boolean dryRun;

    /** What became of the items of a section. */
    private static final class Count {

        private int items;
        private int created;
        private int repeated;
        private int refused;

        Map<String, Object> document(String section) {
            var document = new LinkedHashMap<String, Object>();
            document.put("section", section);
            document.put("items", items);
            document.put("created", created);
            document.put("repeated", repeated);
            document.put("refused", refused);
            return document;
        }

        List<String> row(String section) {
            return List.of(section, items + "", created + "", repeated + "", refused + "");
        }
    }

    /** Why an item was refused. */
    private record Refusal(
            String section,
            String item,
            String code,
            @Nullable String field,
            String reason,
            @Nullable String hint) {

        static Refusal of(Step step, CommandFailed failure) {
            var problem = failure.problem();
            return new Refusal(
                    step.section(),
                    step.name().strip(),
                    text(problem.get("code"), failure.code().name()),
                    problem.get("field") instanceof String field ? field : null,
                    text(problem.get("detail"), String.valueOf(failure.getMessage())),
                    problem.get("hint") instanceof String hint ? hint : null);
        }

        private static String text(@Nullable Object given, String otherwise) {
            return given instanceof String text ? text : otherwise;
        }

        List<String> row() {
            return List.of(section, item, code, field == null ? "" : field, reason, hint == null ? "" : hint);
        }
    }

    @Override
    public Integer call() {
        var steps = SetupFile.steps(InputFile.read(file));
        var counts = new LinkedHashMap<String, Count>();
        steps.forEach(step -> counts.computeIfAbsent(step.section(), _ -> new Count()).items++);
        var refusals = new ArrayList<Refusal>();
        if (!dryRun) {
            send(steps, counts, refusals);
        }
        print(counts, refusals);
        return (refusals.isEmpty() ? ExitCode.OK : ExitCode.FAILED).code();
    }

    private void send(List<Step> steps, Map<String, Count> counts, List<Refusal> refusals) {
        var api = acting.api(output);
        var position = 0L;
        try (var progress = Progress.of(output, "items", steps.size())) {
            for (var step : steps) {
                var count = counts.computeIfAbsent(step.section(), _ -> new Count());
                try {
                    var headers = api.post(step.path(), step.body(), step.idempotencyKey())
                            .headers();
                    var written = Long.parseLong(headers.getOrDefault("fairlead-position", "0"));
                    if (written == 0 || "true".equals(headers.get("fairlead-repeated"))) {
                        count.repeated++;
                    } else {
                        count.created++;
                    }
                    position = Math.max(position, written);
                } catch (CommandFailed refused) {
                    if (refused.code() == ExitCode.RETRY_LATER || refused.code() == ExitCode.INTERRUPTED) {
                        throw refused;
                    }
                    count.refused++;
                    refusals.add(Refusal.of(step, refused));
                }
                progress.step();
            }
        }
        Acting.await(api, position);
    }

    private void print(Map<String, Count> counts, List<Refusal> refusals) {
        var document = new LinkedHashMap<String, Object>();
        document.put("dryRun", dryRun);
        document.put(
                "sections",
                counts.entrySet().stream()
                        .map(entry -> entry.getValue().document(entry.getKey()))
                        .toList());
        document.put("refusals", refusals);
        var tables = new ArrayList<Table>();
        tables.add(new Table(
                dryRun ? "Dry run: nothing was sent" : "",
                List.of("section", "items", "created", "repeated", "refused"),
                counts.entrySet().stream()
                        .map(entry -> entry.getValue().row(entry.getKey()))
                        .toList()));
        if (!refusals.isEmpty()) {
            tables.add(new Table(
                    "Refused",
                    List.of("section", "item", "code", "field", "reason", "hint"),
                    refusals.stream().map(Refusal::row).toList()));
        }
        output.print(document, tables.toArray(Table[]::new));
    }
}
