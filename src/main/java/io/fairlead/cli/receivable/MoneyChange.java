package io.fairlead.cli.receivable;

import io.fairlead.cli.Acting;
import io.fairlead.cli.Api;
import io.fairlead.cli.Cells;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Output;
import io.fairlead.cli.Table;
import io.fairlead.cli.document.DocumentNumber;
import io.fairlead.cli.option.GivenOnce;
import java.math.BigDecimal;
import java.time.LocalDate;
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
import tools.jackson.databind.JsonNode;

/** What a person does with money that came in: one change of it, or a look at what that would do. */
abstract class MoneyChange implements Callable<Integer> {

    @Mixin
    private final Output output = new Output();

    @Mixin
    private final Acting acting = new Acting();

    @Option(names = "--on", required = true, paramLabel = "DATE", description = "Day it counts for.")
    private LocalDate on = LocalDate.EPOCH;

    @Option(names = "--dry-run", description = "Tell what it would do; change nothing.")
    private boolean dryRun;

    final LocalDate on() {
        return on;
    }

    /** Below {@code /v1/receipts/}. */
    abstract String path();

    /** What is told beside the day. */
    abstract Map<String, @Nullable Object> body(Api api);

    @Override
    public Integer call() {
        var api = acting.api(output);
        var fields = new LinkedHashMap<String, Object>();
        body(api).forEach((name, value) -> {
            if (value != null) {
                fields.put(name, value.toString());
            }
        });
        fields.put("valueDate", on.toString());
        if (dryRun) {
            var _ = api.rehearse("/v1/receipts/" + path(), fields);
            preview(api.post("/v1/receipts/" + path() + "/preview", fields).body());
        } else {
            done(api.post("/v1/receipts/" + path(), fields).body(), api);
        }
        return ExitCode.OK.code();
    }

    private void preview(JsonNode preview) {
        var money = preview.path("money");
        var tables = new ArrayList<Table>();
        Cells.add(
                tables,
                "Dry run: nothing was changed",
                money.path("changes"),
                List.of("number", "invoiceId", "amount", "open"));
        tables.add(new Table(
                tables.isEmpty() ? "Dry run: nothing was changed" : "",
                List.of("left on account"),
                List.of(List.of(money.path("left").asString("")))));
        output.print(preview, tables.toArray(Table[]::new));
    }

    private void done(JsonNode accepted, Api api) {
        var position = accepted.path("position").asLong(0);
        var id = accepted.path("id").asString();
        var money = api.get("/v1/receipts/" + ReceivablesCommand.escaped(id)
                        + (position > 0 ? "?at-least=" + position : ""))
                .body()
                .path("receipt");
        var head =
                new String[] {"receiptId", "receivedAmount", "appliedAmount", "refundedAmount", "leftAmount", "status"};
        output.print(money, new Table("", List.of(head), List.of(Cells.of(money, head))));
    }

    private static Map<String, @Nullable Object> of(@Nullable Object... namesAndValues) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return fields;
    }

    /** Sets money against an invoice. */
    @Command(
            name = "apply",
            description = "Set money on account, or a part of it, against an invoice.",
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "Example: fairlead receivables apply receipt:<key> de-2026-000017 --amount 24.00 --on 2026-03-11"
            })
    static final class Apply extends MoneyChange {

        @Parameters(index = "0", paramLabel = "RECEIPT", description = "receipt:<key>.")
        private String receipt = "";

        @Parameters(
                index = "1",
                paramLabel = "INVOICE",
                description = "Number or id of an invoice to the same customer.")
        private String invoice = "";

        @Option(names = "--amount", paramLabel = "A", description = "As much as is left and open when absent.")
        private @Nullable BigDecimal amount;

        @Override
        String path() {
            return ReceivablesCommand.escaped(receipt) + "/applications";
        }

        @Override
        Map<String, @Nullable Object> body(Api api) {
            return of(
                    "invoice",
                    DocumentNumber.invoice(api, invoice),
                    "amount",
                    amount == null ? null : amount.toPlainString());
        }
    }

    /** Takes an application back. */
    @Command(
            name = "unapply",
            description = "Take money back from an invoice: it is on account, and as much is open there.",
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "Example: fairlead receivables unapply receipt:<key> <application> --on 2026-03-12 --reason 'wrong invoice'"
            })
    static final class Unapply extends MoneyChange {

        @Parameters(index = "0", paramLabel = "RECEIPT", description = "receipt:<key>.")
        private String receipt = "";

        @Parameters(index = "1", paramLabel = "APPLICATION", description = "Its partId, as show tells it.")
        private String application = "";

        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
        private String reason = "";

        @Override
        String path() {
            return ReceivablesCommand.escaped(receipt) + "/reversals";
        }

        @Override
        Map<String, @Nullable Object> body(Api api) {
            return of("application", application, "reason", reason);
        }
    }

    /** Pays money on account back. */
    @Command(
            name = "refund",
            description = "Pay money on account back, or a part of it; never by who told of it.",
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "Example: fairlead receivables refund receipt:<key> --on 2026-03-12 --reason 'paid twice' --as cfo"
            })
    static final class Refund extends MoneyChange {

        @Parameters(index = "0", paramLabel = "RECEIPT", description = "receipt:<key>.")
        private String receipt = "";

        @Option(names = "--amount", paramLabel = "A", description = "All that is on account when absent.")
        private @Nullable BigDecimal amount;

        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
        private String reason = "";

        @Option(
                names = "--refund-id",
                paramLabel = "ID",
                description = "Its name; when absent, the same amount, day and reason are the same refund.")
        private @Nullable String refundId;

        @Override
        String path() {
            return ReceivablesCommand.escaped(receipt) + "/refunds";
        }

        @Override
        Map<String, @Nullable Object> body(Api api) {
            return of(
                    "id",
                    GivenOnce.id(refundId, "refund", receipt, amount, on(), reason),
                    "amount",
                    amount == null ? null : amount.toPlainString(),
                    "reason",
                    reason);
        }
    }

    /** Notes that the bank took money back. */
    @Command(
            name = "send-back",
            description = "Note that the bank took money back: everything that it paid is open again.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: fairlead receivables send-back receipt:<key> --on 2026-03-20 --reason 'no funds'"})
    static final class SendBack extends MoneyChange {

        @Parameters(index = "0", paramLabel = "RECEIPT", description = "receipt:<key>.")
        private String receipt = "";

        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
        private String reason = "";

        @Option(
                names = "--booking",
                paramLabel = "B",
                description = "Booking that says so, as its work item (RETURN_NOT_MATCHED) names it, which is closed.")
        private @Nullable String booking;

        @Override
        String path() {
            return ReceivablesCommand.escaped(receipt) + "/return";
        }

        @Override
        Map<String, @Nullable Object> body(Api api) {
            return of("reason", reason, "sourceId", booking);
        }
    }
}
