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
            "A payment that names open invoices is booked for them. What becomes of each:",
            "  APPLIED     booked for the invoices that it names",
            "  PROPOSED    may pay these; not booked before you decide (--take-proposed, or by hand)",
            "  LEFT        says not what it pays; on account with a work item, unless its reason says else",
            "  SENT_BACK   the bank took it back; these invoices are open again",
            "  OUT         went out; what takes back a payment that nobody knows has a work item",
            "  REPEATED    was booked before",
            "  NOT_BOOKED  the bank has not booked it",
            "  REFUSED     could not be booked",
            "Ends with 1 when a payment is refused, or a dry run finds that the statement would be.",
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
                dryRun ? "Dry run: nothing was recorded" : "What became of the payments",
                answer.path("outcomes"),
                "outcome",
                "currency",
                "payments",
                "amount"));
        boolean isOff = !answer.path("differences").isEmpty();
        boolean wouldBeRefused = isOff && dryRun && !acceptBalance;
        if (isOff) {
            tables.add(sentences(
                    "Balances that the entries do not make"
                            + (wouldBeRefused ? ": it would be refused without --accept-balance" : ""),
                    "difference",
                    answer.path("differences")));
        }
        if (!answer.path("unproved").isEmpty()) {
            tables.add(sentences("Balances that the bank does not tell", "statement", answer.path("unproved")));
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
        return (refused || wouldBeRefused ? ExitCode.FAILED : ExitCode.OK).code();
    }

    private static Table sentences(String title, String heading, JsonNode told) {
        return new Table(
                title,
                List.of(heading),
                told.valueStream().map(each -> List.of(each.asString())).toList());
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
