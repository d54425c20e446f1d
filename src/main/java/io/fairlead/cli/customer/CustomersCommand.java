package io.fairlead.cli.customer;

import io.fairlead.cli.Api;
import io.fairlead.cli.Cells;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Output;
import io.fairlead.cli.Table;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** The commands about buyers. */
@Command(
        name = "customers",
        description = "Show a customer, tell what changes of it, or merge two that are one.",
        subcommands = {CustomersCommand.Show.class, ChangeCommand.class, MergeCommand.class},
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Issued documents and signed contracts keep what they have.",
            "Example: fairlead customers show acme --json",
            "         fairlead customers change acme --from 2026-07-01 --city Bremen --dry-run"
        })
public final class CustomersCommand implements Runnable {

    static final String ID = "Its code, with or without customer: in front.";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }

    /** Shows one customer as it is on a day, and what was told of it. */
    @Command(
            name = "show",
            description = "Show a customer as it is on a day, and all that was told of it.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: fairlead customers show acme --day 2026-06-30 --json"})
    static final class Show implements Callable<Integer> {

        @Mixin
        private final Output output = new Output();

        @Parameters(paramLabel = "ID", description = ID)
        private String id = "";

        @Option(
                names = "--day",
                paramLabel = "DATE",
                description = "What was told for a later day is not counted; today (UTC) when absent.")
        private @Nullable LocalDate day;

        @Override
        public Integer call() {
            print(
                    output,
                    Api.local()
                            .get(path(id) + "/detail" + (day == null ? "" : "?day=" + day))
                            .body());
            return ExitCode.OK.code();
        }
    }

    static String path(String id) {
        return "/v1/customers/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
    }

    /** The customer field by field, then what was told of it by day. */
    static void print(Output output, JsonNode detail) {
        var customer = detail.path("customer");
        var fields = new ArrayList<List<String>>();
        customer.propertyNames()
                .forEach(name -> fields.add(List.of(name, customer.path(name).asString(""))));
        fields.add(List.of("aliases", aliases(detail)));
        fields.add(List.of("livesOnFor", String.join(", ", texts(detail.path("merged")))));
        var told = new ArrayList<List<String>>();
        for (var change : detail.path("changes")) {
            var from = change.path("fromDate").asString();
            change.propertyNames().stream()
                    .filter(name -> !name.equals("fromDate") && !name.endsWith("Told"))
                    .filter(name -> isTold(change, name))
                    .forEach(name ->
                            told.add(List.of(from, name, change.path(name).asString("none"))));
        }
        output.print(
                detail,
                new Table("", List.of("field", "value"), fields),
                new Table("Told for a day on", List.of("from", "field", "value"), told),
                new Table(
                        "Tax by day",
                        List.of("from", "taxId", "taxCategory"),
                        detail.path("taxProfiles")
                                .valueStream()
                                .map(profile -> Cells.of(profile, "fromDate", "taxId", "taxCategory"))
                                .toList()));
    }

    private static boolean isTold(JsonNode change, String field) {
        return switch (field) {
            case "buyerReference" -> change.path("referenceTold").asBoolean();
            case "endpointScheme", "endpointId", "registrationScheme", "registrationId" ->
                change.path("endpointTold").asBoolean();
            default -> !change.path(field).isNull() && !change.path(field).isMissingNode();
        };
    }

    private static String aliases(JsonNode detail) {
        return String.join(
                ", ",
                detail.path("aliases")
                        .valueStream()
                        .map(alias -> alias.path("alias").asString()
                                + (alias.path("toDate").isString()
                                        ? " (until " + alias.path("toDate").asString() + ")"
                                        : ""))
                        .toList());
    }

    static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
