package io.fairlead.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** The commands about prices, and about what else is set by day. */
@Command(
        name = "rates",
        description = "List prices, tax rates and holiday calendars, or look at what a change of a price would do.",
        subcommands = {Rates.Cards.class, Rates.Taxes.class, Rates.Calendars.class, RatesPreview.class},
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example: fairlead rates list --card standard",
            "         fairlead rates preview --card standard --owner legal-entity:de --rate 165 --currency EUR"
                    + " --from 2026-03-01 --json"
        })
final class Rates implements Runnable {

    private static final int PAGE = 1_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }

    /** The rows of a rate card. */
    @Command(
            name = "list",
            description = "List the prices of a rate card.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: fairlead rates list --card standard --csv"})
    static final class Cards implements Callable<Integer> {

        @Mixin
        private final Output output = new Output();

        @Option(names = "--card", required = true, paramLabel = "C", description = "The rate card.")
        private String card = "";

        @Override
        public Integer call() {
            return print(
                    output,
                    "/v1/rate-cards/" + encoded(card) + "/rates",
                    "Prices of " + card,
                    List.of(
                            "rateId",
                            "ownerId",
                            "lineNo",
                            "personId",
                            "role",
                            "workType",
                            "rate",
                            "currency",
                            "unit",
                            "fromDate",
                            "toDate"));
        }
    }

    /** Dated tax rates. */
    @Command(
            name = "taxes",
            description = "List the tax rates of a company, or of all.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: fairlead rates taxes --entity de --csv"})
    static final class Taxes implements Callable<Integer> {

        @Mixin
        private final Output output = new Output();

        @Option(names = "--entity", paramLabel = "E", description = "The company; all when absent.")
        private @Nullable String entity;

        @Override
        public Integer call() {
            return print(
                    output,
                    "/v1/tax-rates" + (entity == null ? "" : "?legalEntity=" + encoded(entity)),
                    "Tax rates",
                    List.of("legalEntityId", "code", "region", "category", "rate", "fromDate", "toDate", "source"));
        }
    }

    /** Days off. */
    @Command(
            name = "calendars",
            description = "List the holiday calendars with their days off.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: fairlead rates calendars --json"})
    static final class Calendars implements Callable<Integer> {

        @Mixin
        private final Output output = new Output();

        @Override
        public Integer call() {
            var items = all("/v1/holiday-calendars");
            var rows = new ArrayList<List<String>>();
            for (var calendar : items) {
                var own = Cells.of(calendar, "holidayCalendarId", "name");
                rows.add(List.of(
                        own.getFirst(),
                        own.getLast(),
                        joined(calendar.path("weekend")),
                        joined(calendar.path("holidays"))));
            }
            output.print(
                    Map.of("items", items),
                    new Table("Holiday calendars", List.of("holidayCalendarId", "name", "weekend", "holidays"), rows));
            return ExitCode.OK.code();
        }

        private static String joined(JsonNode list) {
            return String.join(
                    " ", list.valueStream().map(each -> each.asString("")).toList());
        }
    }

    private static int print(Output output, String path, String title, List<String> fields) {
        var items = all(path);
        var names = fields.toArray(String[]::new);
        output.print(
                Map.of("items", items),
                new Table(
                        title,
                        fields,
                        items.stream().map(item -> Cells.of(item, names)).toList()));
        return ExitCode.OK.code();
    }

    private static List<JsonNode> all(String path) {
        var api = Api.local();
        var all = new ArrayList<JsonNode>();
        var next = "";
        do {
            var page = api.get(path + (path.contains("?") ? "&" : "?") + "limit=" + PAGE
                            + (next.isEmpty() ? "" : "&cursor=" + encoded(next)))
                    .body();
            page.path("items").forEach(all::add);
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        return all;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
