package io.fairlead.cli.receivable;

import io.fairlead.cli.Acting;
import io.fairlead.cli.Api;
import io.fairlead.cli.Cells;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Output;
import io.fairlead.cli.Table;
import io.fairlead.cli.document.DocumentNumber;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Proposes a bad debt, or writes off what somebody else proposed. */
@Command(
        name = "write-off",
        description =
                "Propose a bad debt with --reason; write off what somebody else proposed with --proposal and --on.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Two people: whoever proposes does not write off (B-19).",
            "Example: fairlead receivables write-off de-2026-000017 --reason insolvent --as kim",
            "         fairlead receivables write-off de-2026-000017 --proposal <id> --on 2026-06-30 --as cfo"
        })
final class WriteOff implements Callable<Integer> {

    private static final String[] COLUMNS = {
        "deductionId",
        "kind",
        "status",
        "amount",
        "netAmount",
        "taxAmount",
        "currency",
        "reason",
        "proposedBy",
        "takenBy"
    };

    @Mixin
    private final Output output = new Output();

    @Mixin
    private final Acting acting = new Acting();

    @Parameters(paramLabel = "INVOICE", description = "Its number or id.")
    private String invoice = "";

    @Option(names = "--amount", paramLabel = "A", description = "All that is open when absent.")
    private @Nullable BigDecimal amount;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why it is lost: a proposal.")
    private @Nullable String reason;

    @Option(names = "--proposal", paramLabel = "ID", description = "The proposal that is carried out.")
    private @Nullable String proposal;

    @Option(names = "--on", paramLabel = "DATE", description = "Day on which it is written off.")
    private @Nullable LocalDate on;

    @Option(names = "--dry-run", description = "Tell whether it may be, and what is proposed; change nothing.")
    private boolean dryRun;

    @Override
    public Integer call() {
        var api = acting.api(output);
        var id = DocumentNumber.invoice(api, invoice);
        var path = "/v1/invoices/" + ReceivablesCommand.escaped(id) + "/bad-debts";
        if (proposal != null && on != null) {
            send(
                    api,
                    path + "/" + ReceivablesCommand.escaped(proposal) + "/approval",
                    Map.of("valueDate", on.toString()));
        } else if (reason != null && proposal == null) {
            var body = new LinkedHashMap<String, Object>();
            body.put("reason", reason);
            if (amount != null) {
                body.put("amount", amount.toPlainString());
            }
            send(api, path, body);
        } else {
            output.say("give --reason to propose, or --proposal and --on to write off");
            return ExitCode.USAGE.code();
        }
        var told = api.get("/v1/deductions?" + Cells.given("invoice", id)).body();
        output.print(
                told,
                new Table(
                        dryRun ? "Dry run: nothing was changed" : "",
                        List.of(COLUMNS),
                        told.path("items")
                                .valueStream()
                                .map(row -> Cells.of(row, COLUMNS))
                                .toList()));
        return ExitCode.OK.code();
    }

    private void send(Api api, String path, Map<String, Object> body) {
        var _ = dryRun ? api.rehearse(path, body) : api.post(path, body);
    }
}
