package io.fairlead.cli.expense;

import io.fairlead.cli.Acting;
import io.fairlead.cli.Cells;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.InputFile;
import io.fairlead.cli.Output;
import io.fairlead.cli.Table;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes in a file of expenses. */
@Command(
        name = "expenses",
        description = "Take in a CSV of expenses: id, person, project, category, spent_on, amount, currency.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "It may have line, tax, recoverable_tax, billable, disbursement, receipt, receipt_hash and note as well.",
            "Good rows go in, bad ones are told with line, field, reason and remedy; then it ends with 1.",
            "The same row again changes nothing; an edited one corrects its expense.",
            "Example: fairlead import expenses april.csv --source concur --dry-run",
            "Example: fairlead import expenses april.csv --source concur --submit"
        })
public final class ImportExpenses implements Callable<Integer> {

    @Mixin
    private final Output output = new Output();

    @Mixin
    private final Acting acting = new Acting();

    @Parameters(paramLabel = "FILE", description = "The CSV, at most 64 MiB.")
    private Path file = Path.of("");

    @Option(
            names = "--source",
            defaultValue = "csv",
            paramLabel = "NAME",
            description = "System whose identifiers the column id holds; csv when absent.")
    private String source = "";

    @Option(names = "--dry-run", description = "Tell what would happen; record nothing.")
    private boolean dryRun;

    @Option(names = "--submit", description = "Offer the expenses for approval as well.")
    private boolean submit;

    @Override
    public Integer call() {
        var answer = acting.api(output)
                .upload(
                        "/v1/imports/expenses?dry-run=" + dryRun + "&submit=" + submit + "&source="
                                + URLEncoder.encode(source, StandardCharsets.UTF_8),
                        Map.of("file", InputFile.read(file)))
                .body();
        var tables = new ArrayList<Table>();
        tables.add(new Table(
                dryRun ? "Dry run: nothing was recorded" : "",
                List.of("rows", "new", "corrected", "repeated", "refused"),
                List.of(Cells.of(answer, "rows", "accepted", "corrected", "repeated", "refused"))));
        Cells.add(tables, "Taken", answer.path("totals"), List.of("currency", "expenses", "amount"));
        Cells.add(
                tables,
                "Refused",
                answer.path("refusals"),
                List.of("line", "id", "field", "value", "code", "reason", "remedy"));
        Cells.add(tables, "Refused, by reason", answer.path("refusedBy"), List.of("code", "field", "count"));
        output.print(answer, tables.toArray(Table[]::new));
        return (answer.path("refused").asInt(0) > 0 ? ExitCode.FAILED : ExitCode.OK).code();
    }
}
