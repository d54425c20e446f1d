package io.fairlead.cli.draft;

import io.fairlead.cli.Acting;
import io.fairlead.cli.Api;
import io.fairlead.cli.Cells;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Output;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The commands about invoices that nobody approved yet. */
@Command(
        name = "drafts",
        description = "List drafts of invoices, and approve one.",
        subcommands = {DraftsCommand.ListThem.class, DraftsCommand.Approve.class},
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example: fairlead drafts list --entity de --json",
            "         fairlead drafts approve 6f1c2c9e-0d5e-5d0b-9d5c-2f5a5f2b7a11 --as lead --dry-run"
        })
public final class DraftsCommand implements Runnable {

    private static final List<String> COLUMNS =
            List.of("invoiceId", "status", "contractId", "customerId", "issueDate", "net", "tax", "gross", "currency");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }

    /** Lists drafts. */
    @Command(
            name = "list",
            description = "Show drafts, by id.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: fairlead drafts list --entity de --csv"})
    static final class ListThem implements Callable<Integer> {

        @Mixin
        private final Output output = new Output();

        @Option(names = "--entity", paramLabel = "E", description = "Only of this company.")
        private @Nullable String entity;

        @Option(
                names = "--limit",
                defaultValue = "100",
                paramLabel = "N",
                description = "At most as many, 1 to 1000; 100 when absent.")
        private int limit;

        @Override
        public Integer call() {
            var answer = Api.local()
                    .get("/v1/invoices?status=drafted&draftTax=true&" + Cells.given("legalEntity", entity) + "limit="
                            + limit)
                    .body();
            Cells.tellMore(output, answer);
            output.print(answer, Cells.list(answer.path("items"), COLUMNS, "No drafts"));
            return ExitCode.OK.code();
        }
    }

    /** Approves one. */
    @Command(
            name = "approve",
            description = "Approve a draft: neither its preparer nor who worked, entered or adjusted a line may.",
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "Where a later number of the series moves its day of issue, say which day is accepted (N-02).",
                "Example: fairlead drafts approve 6f1c2c9e-0d5e-5d0b-9d5c-2f5a5f2b7a11 --issue-date 2026-04-02 --as lead"
            })
    static final class Approve implements Callable<Integer> {

        @Mixin
        private final Output output = new Output();

        @Mixin
        private final Acting acting = new Acting();

        @Parameters(paramLabel = "ID", description = "The draft, with or without invoice: in front.")
        private String id = "";

        @Option(
                names = "--issue-date",
                paramLabel = "DATE",
                description = "Day of issue that is accepted where it moves; the draft's when absent.")
        private @Nullable LocalDate issueDate;

        @Option(names = "--dry-run", description = "Tell whether it may be, or the refusal; change nothing.")
        private boolean dryRun;

        @Override
        public Integer call() {
            var api = acting.api(output);
            var invoice = "/v1/invoices/" + escaped(id);
            Map<String, Object> body = issueDate == null ? Map.of() : Map.of("issueDate", issueDate.toString());
            var answer =
                    (dryRun ? api.rehearse(invoice + "/approval", body) : api.post(invoice + "/approval", body)).body();
            long position = answer.path("position").asLong(0);
            var now = api.get(invoice + (position > 0 ? "?at-least=" + position : ""))
                    .body();
            output.print(now, Cells.fields(now.path("invoice"), dryRun ? "Dry run: nothing was changed" : ""));
            return ExitCode.OK.code();
        }
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
