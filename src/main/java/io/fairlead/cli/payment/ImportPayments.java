package io.fairlead.cli.payment;

import io.fairlead.cli.Acting;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.InputFile;
import io.fairlead.cli.Output;
import io.fairlead.cli.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Takes in a bank's statement. */
@Command(
        name = "payments",
        description = "Take in the payments of a bank's statement (camt.053, versions 2 to 8).",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A payment that names open invoices is booked for them; all else is proposed or left, with its reason.",
            "What the bank took back is open again; where it does not say what, a work item tells it.",
            "Ends with 1 when a payment was refused.",
            "Example: fairlead import payments statement.xml --dry-run"
        })
public final class ImportPayments implements Callable<Integer> {

    @Mixin
    private final Output output = new Output();

    @Mixin
    private final Acting acting = new Acting();

    @Parameters(paramLabel = "FILE", description = "A statement (XML).")
    private Path file = Path.of("");

    @Option(names = "--dry-run", description = "Tell what would happen; record nothing.")
    private boolean dryRun;

    @Option(
            names = "--accept-balance",
            description = "Take a statement whose opening balance and entries do not make its closing balance.")
    private boolean acceptBalance;

    @Option(
            names = "--take-proposed",
            description = "Book also what is only proposed; look at it with --dry-run before.")
    private boolean takeProposed;

    @Override
    public Integer call() {
        var answer = acting.api(output)
                .upload(
                        "/v1/imports/payments?dry-run=" + dryRun + "&accept-balance=" + acceptBalance
                                + "&take-proposed=" + takeProposed,
                        Map.of("file", InputFile.read(file)))
                .body();
        var tables = new ArrayList<Table>();
        tables.add(table(
                dryRun ? "Dry run: nothing was recorded" : "",
                answer.path("outcomes"),
                "outcome",
                "currency",
                "payments",
                "amount"));
        if (!answer.path("differences").isEmpty()) {
            tables.add(new Table(
                    "Balances that the entries do not make",
                    List.of("difference"),
                    answer.path("differences")
                            .valueStream()
                            .map(each -> List.of(each.asString()))
                            .toList()));
        }
        tables.add(table(
                "Payments",
                answer.path("payments"),
                "entry",
                "payment",
                "valueDate",
                "amount",
                "currency",
                "party",
                "outcome",
                "invoices",
                "reason"));
        output.print(answer, tables.toArray(Table[]::new));
        boolean refused = answer.path("outcomes")
                .valueStream()
                .anyMatch(sum -> sum.path("outcome").asString().equals("REFUSED"));
        return (refused ? ExitCode.FAILED : ExitCode.OK).code();
    }

    private static Table table(String title, JsonNode rows, String... columns) {
        return new Table(
                title,
                List.of(columns),
                rows.valueStream()
                        .map(row -> Stream.of(columns)
                                .map(column -> text(row.path(column)))
                                .toList())
                        .toList());
    }

    private static String text(JsonNode value) {
        return value.isArray()
                ? String.join(" ", value.valueStream().map(JsonNode::asString).toList())
                : value.asString("");
    }
}
