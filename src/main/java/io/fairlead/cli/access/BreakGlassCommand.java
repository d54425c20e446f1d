package io.fairlead.cli.access;

import io.fairlead.cli.Acting;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Output;
import io.fairlead.cli.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Roles for some hours, past the identity provider. */
@Command(
        name = "break-glass",
        description = "Give somebody a role for some hours, past the identity provider; see what was done with it.",
        subcommands = {BreakGlassCommand.Grant.class, BreakGlassCommand.Report.class},
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A grant ends by itself; a work item (BREAK_GLASS) stays until somebody has looked. Both take --json and --csv.",
            "Example: fairlead break-glass report"
        })
public final class BreakGlassCommand implements Runnable {

    private static final String PATH = "/v1/break-glass";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }

    /** Gives a role. */
    @Command(
            name = "grant",
            description = "Give somebody a role for 1 to 8 hours.",
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "Example: fairlead break-glass grant 'https://id.example|4711' --role controller --hours 2 --reason 'month end'"
            })
    static final class Grant implements Callable<Integer> {

        @Mixin
        private final Output output = new Output();

        @Mixin
        private final Acting acting = new Acting();

        @Parameters(paramLabel = "ACTOR", description = "Who may act by it, issuer|subject.")
        private String grantedTo = "";

        @Option(names = "--role", required = true, paramLabel = "ROLE", description = "As tokens name it.")
        private String role = "";

        @Option(names = "--hours", required = true, paramLabel = "HOURS", description = "1 to 8, from now.")
        private int hours;

        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; stays on record.")
        private String reason = "";

        @Option(names = "--dry-run", description = "Tell whether it may be, or the refusal; change nothing.")
        private boolean dryRun;

        @Override
        public Integer call() {
            var api = acting.api(output);
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("grantedTo", grantedTo);
            body.put("role", role);
            body.put("hours", hours);
            body.put("reason", reason);
            var answer = (dryRun ? api.rehearse(PATH, body) : api.post(PATH, body)).body();
            output.print(
                    answer,
                    new Table(
                            dryRun ? "Dry run: nothing was changed" : "Given",
                            List.of("to", "role", "hours", "position"),
                            List.of(List.of(
                                    grantedTo,
                                    role,
                                    Integer.toString(hours),
                                    answer.path("position").asString()))));
            return ExitCode.OK.code();
        }
    }

    /** Shows grants and their uses. */
    @Command(
            name = "report",
            description = "Show each role that was given so, and all that was done with it.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: fairlead break-glass report --csv"})
    static final class Report implements Callable<Integer> {

        @Mixin
        private final Output output = new Output();

        @Mixin
        private final Acting acting = new Acting();

        @Override
        public Integer call() {
            var answer = acting.api(output).get(PATH).body();
            var grants = new ArrayList<List<String>>();
            var uses = new ArrayList<List<String>>();
            var events = new ArrayList<List<String>>();
            for (var grant : answer.path("items")) {
                grants.add(cells(grant, "grantId", "grantedTo", "role", "grantedAt", "endsAt", "grantedBy", "reason"));
                grant.path("uses").forEach(use -> uses.add(with(grant, cells(use, "at", "request", "correlationId"))));
                grant.path("events")
                        .forEach(event ->
                                events.add(with(grant, cells(event, "position", "stream", "type", "correlationId"))));
            }
            output.print(
                    answer,
                    new Table(
                            grants.size() + " roles were given",
                            List.of("grant", "to", "role", "from", "until", "by", "reason"),
                            grants),
                    new Table(
                            uses.size() + " requests by them", List.of("grant", "at", "request", "correlation"), uses),
                    new Table(
                            events.size() + " events came of them",
                            List.of("grant", "position", "stream", "event", "correlation"),
                            events));
            return ExitCode.OK.code();
        }

        private static List<String> cells(JsonNode row, String... fields) {
            return List.of(fields).stream()
                    .map(field -> row.path(field).asString(""))
                    .toList();
        }

        private static List<String> with(JsonNode grant, List<String> cells) {
            var all = new ArrayList<String>();
            all.add(grant.path("grantId").asString());
            all.addAll(cells);
            return all;
        }
    }
}
