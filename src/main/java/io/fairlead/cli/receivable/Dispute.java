package io.fairlead.cli.receivable;

import io.fairlead.cli.Acting;
import io.fairlead.cli.Cells;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Output;
import io.fairlead.cli.document.DocumentNumber;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whether a payer contests an invoice; shown as it stands then. */
abstract class Dispute implements Callable<Integer> {

    @Mixin
    private final Output output = new Output();

    @Mixin
    private final Acting acting = new Acting();

    @Parameters(paramLabel = "INVOICE", description = "Its number or id.")
    private String invoice = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, or how it ended.")
    private String reason = "";

    @Option(names = "--on", required = true, paramLabel = "DATE", description = "Since when; not before its issue.")
    private LocalDate on = LocalDate.EPOCH;

    @Option(names = "--dry-run", description = "Tell whether it may be, or the refusal; change nothing.")
    private boolean dryRun;

    /** Below the invoice. */
    abstract String path();

    @Override
    public Integer call() {
        var api = acting.api(output);
        var of = "/v1/invoices/" + ReceivablesCommand.escaped(DocumentNumber.invoice(api, invoice));
        Map<String, Object> body = Map.of("reason", reason, "valueDate", on.toString());
        var path = of + "/" + path();
        var answer = (dryRun ? api.rehearse(path, body) : api.post(path, body)).body();
        long position = answer.path("position").asLong(0);
        var now = api.get(of + (position > 0 ? "?at-least=" + position : "")).body();
        output.print(now, Cells.fields(now.path("invoice"), dryRun ? "Dry run: nothing was changed" : ""));
        return ExitCode.OK.code();
    }

    /** Notes that it is contested. */
    @Command(
            name = "dispute",
            description = "Note that the payer contests an invoice: it is not asked for until that is settled.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: fairlead receivables dispute de-2026-000017 --reason 'hours' --on 2026-03-20"})
    static final class Contest extends Dispute {

        @Override
        String path() {
            return "dispute";
        }
    }

    /** Notes that it is not any more. */
    @Command(
            name = "settle",
            description = "Note that an invoice is not contested any more.",
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "Example: fairlead receivables settle de-2026-000017 --reason 'they were right' --on 2026-04-02"
            })
    static final class Settle extends Dispute {

        @Override
        String path() {
            return "dispute/settlement";
        }
    }
}
