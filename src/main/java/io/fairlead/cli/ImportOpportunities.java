package io.fairlead.cli;

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

/** Takes in won deals of a CRM's export. */
@Command(
        name = "opportunities",
        description = "Take in the won deals of a Salesforce answer or export (JSON).",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Contracts and projects follow in the background; what a deal lacks becomes an exception.",
            "Ends with 1 when a record was refused.",
            "Example: fairlead import opportunities deals.json --mapping crm.json --dry-run"
        })
final class ImportOpportunities implements Callable<Integer> {

    @Mixin
    private final Output output = new Output();

    @Mixin
    private final Acting acting = new Acting();

    @Parameters(paramLabel = "FILE", description = "A record, a list, a query answer or an sfdx tree.")
    private Path file = Path.of("");

    @Option(names = "--mapping", paramLabel = "FILE", description = "What the records do not say (JSON).")
    private @Nullable Path mapping;

    @Option(names = "--dry-run", description = "Tell what would happen; record nothing.")
    private boolean dryRun;

    @Override
    public Integer call() {
        var files = new LinkedHashMap<String, byte[]>();
        if (mapping != null) {
            files.put("mapping", InputFile.read(mapping));
        }
        files.put("file", InputFile.read(file));
        var api = acting.api(output);
        var answer = Waiting.on(output, "opportunities", 0, () -> 0, () -> {
            var imported = api.upload("/v1/imports/opportunities?dry-run=" + dryRun, files)
                    .body();
            Acting.await(api, imported.path("position").asLong(0));
            return imported;
        });
        var tables = new ArrayList<Table>();
        tables.add(new Table(
                dryRun ? "Dry run: nothing was recorded" : "",
                List.of("records", "won", "new", "repeated", "not won", "refused"),
                List.of(Cells.of(answer, "records", "won", "accepted", "repeated", "notWon", "refused"))));
        Cells.add(
                tables,
                Cells.first("Refused", answer.path("refused"), answer.path("refusals")),
                answer.path("refusals"),
                List.of("index", "field", "value", "code", "reason", "remedy"));
        Cells.add(tables, "Refused, by reason", answer.path("refusedBy"), List.of("code", "field", "count"));
        Cells.add(
                tables,
                Cells.first("Not won", answer.path("notWon"), answer.path("others")),
                answer.path("others"),
                List.of("index", "id", "name", "stage"));
        output.print(answer, tables.toArray(Table[]::new));
        return (answer.path("refused").asInt(0) > 0 ? ExitCode.FAILED : ExitCode.OK).code();
    }
}
