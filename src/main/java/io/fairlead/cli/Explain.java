package io.fairlead.cli;

import io.fairlead.cli.option.Within;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Shows why a figure is what it is: a tree from the cent down to the events. */
@Command(
        name = "explain",
        description =
                "Explain a document, one of its lines, work, money or a figure of a contract, down to the events.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Ends with 3 when a sum does not come out.",
            "Example: fairlead explain nordlicht-us-US-2026-000001",
            "         fairlead explain invoice:<uuid> --line 3",
            "         fairlead explain time-entry:<uuid>",
            "         fairlead explain position:ACME-2026     (backlog:, funding:, obligation:<key>, receipt:<key> alike)",
            "         fairlead explain balance:acme           (what the customer owes each company)",
            "         fairlead explain kpi:nordlicht-de:2026-01-01:2026-04-01",
            "         fairlead explain contract:ACME-2026 --as-of 2026-07-01T00:00:00Z --json"
        })
final class Explain implements Callable<Integer> {

    @Mixin
    private final Output output = new Output();

    @Parameters(
            paramLabel = "ID",
            description = "Stream key, its part behind the colon where that is unique, the number of a document,"
                    + " position:<contract>, backlog:<contract>, balance:<customer> or kpi:<company>:<from>:<to>.")
    private String id = "";

    @Option(
            names = "--line",
            paramLabel = "N",
            converter = Within.FromOne.class,
            description = "Only this line of the invoice or credit note, from 1.")
    private long line;

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description = "Only what was recorded until then; ISO 8601 with a zone.")
    private String asOf = "";

    @Override
    public Integer call() {
        var query = new ArrayList<String>();
        if (line > 0) {
            query.add("line=" + line);
        }
        if (!asOf.isBlank()) {
            query.add("as-of=" + URLEncoder.encode(asOf, StandardCharsets.UTF_8));
        }
        var explanation = Api.local()
                .get("/v1/explanations/"
                        + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20")
                        + (query.isEmpty() ? "" : "?" + String.join("&", query)))
                .body();
        var rows = new ArrayList<List<String>>();
        add(rows, explanation.path("because"), "", "");
        output.print(explanation, new Table("", List.of("what", "amount", "currency", "event", "position"), rows));
        var differences = explanation.path("differences");
        differences.forEach(difference -> output.say("difference: " + difference.asString()));
        if (differences.isEmpty()) {
            output.say("no difference: every sum comes out");
            return ExitCode.OK.code();
        }
        return ExitCode.DIFFERENCES.code();
    }

    private static void add(List<List<String>> rows, JsonNode node, String before, String below) {
        var source = node.path("source");
        rows.add(List.of(
                before + node.path("what").asString(),
                node.path("amount").asString(""), // A text as all amounts of the API; missing where there is none.
                node.path("currency").asString(""),
                source.path("type").asString(""),
                source.path("position").asString("")));
        var parts = node.path("parts");
        for (int i = 0; i < parts.size(); i++) {
            boolean last = i == parts.size() - 1;
            add(rows, parts.get(i), below + (last ? "`- " : "|- "), below + (last ? "   " : "|  "));
        }
    }
}
