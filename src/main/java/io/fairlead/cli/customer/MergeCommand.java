package io.fairlead.cli.customer;

import io.fairlead.cli.Acting;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Output;
import io.fairlead.cli.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Merges a customer into another one. */
@Command(
        name = "merge",
        description = "Say that a customer is the same as another one, which lives on for both.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "What is open counts for the other, names of both mean it, and the one that goes changes no more.",
            "Example: fairlead customers merge acme-old --into acme --reason \"registered twice\" --dry-run"
        })
final class MergeCommand implements Callable<Integer> {

    @Mixin
    private final Output output = new Output();

    @Mixin
    private final Acting acting = new Acting();

    @Parameters(paramLabel = "ID", description = "The one that goes: its code.")
    private String id = "";

    @Option(names = "--into", required = true, paramLabel = "ID", description = "The one that lives on: its code.")
    private String into = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
    private String reason = "";

    @Option(
            names = "--dry-run",
            description = "Show whether it may be merged and what is open with it; change nothing.")
    private boolean dryRun;

    @Override
    public Integer call() {
        var api = acting.api(output);
        var path = CustomersCommand.path(id);
        Map<String, Object> body = Map.of("into", into, "reason", reason);
        var preview = api.post(path + "/merge/preview", body).body();
        var _ = dryRun ? api.rehearse(path + "/merge", body) : api.post(path + "/merge", body);
        var document = new LinkedHashMap<String, Object>();
        document.put("dryRun", dryRun);
        document.put("customerId", preview.path("customerId"));
        document.put("into", preview.path("into"));
        document.put("differences", preview.path("differences"));
        document.put("balances", preview.path("balances"));
        output.print(
                document,
                new Table(
                        preview.path("customerId").asString()
                                + (dryRun ? " would be merged into " : " was merged into ")
                                + preview.path("into").asString() + "; open with it",
                        List.of("company", "currency", "owed", "owed to it", "balance"),
                        preview.path("balances")
                                .valueStream()
                                .map(MergeCommand::row)
                                .toList()),
                differences(preview.path("differences")));
        return ExitCode.OK.code();
    }

    /** What two that are one rarely differ in. */
    private static Table differences(JsonNode differences) {
        return new Table(
                differences.isEmpty() ? "Country, currency and tax identifier are the same" : "Look: they differ in",
                List.of("field", "of the one that goes", "of the one that lives on"),
                differences
                        .valueStream()
                        .map(each -> List.of(
                                each.path("field").asString(),
                                each.path("before").asString("none"),
                                each.path("after").asString("none")))
                        .toList());
    }

    private static List<String> row(JsonNode balance) {
        return List.of(
                balance.path("legalEntityId").asString(),
                balance.path("currency").asString(),
                balance.path("owed").asString(),
                balance.path("owedToCustomer").asString(),
                balance.path("balance").asString());
    }
}
