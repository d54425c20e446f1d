package io.fairlead.cli.erp;

import io.fairlead.cli.Acting;
import io.fairlead.cli.Api;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Output;
import io.fairlead.cli.Table;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
import tools.jackson.databind.JsonNode;

/** The commands about what is said to the ERP. */
@Command(
        name = "deliveries",
        description = "List, show or send again what the ERP was told, or refused.",
        subcommands = {DeliveriesCommand.ListThem.class, DeliveriesCommand.Show.class, DeliveriesCommand.Retry.class},
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "What the ERP refuses waits for a person: clear the cause, then send it again.",
            "Example: fairlead deliveries list --json && fairlead deliveries retry credit-note:4711"
        })
public final class DeliveriesCommand implements Runnable {

    private static final int REASON_SHOWN_MAX = 100;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }

    /** Shows deliveries, by default those that need a person. */
    @Command(
            name = "list",
            description = "Show deliveries that need a person, or others.",
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "Example: fairlead deliveries list --csv",
                "         fairlead deliveries list --all --of invoice:4711"
            })
    static final class ListThem implements Callable<Integer> {

        @Mixin
        private final Output output = new Output();

        @Option(names = "--all", description = "In whatever state; else those that are parked.")
        private boolean all;

        @Option(
                names = "--of",
                paramLabel = "SUBJECT",
                description = "Only of this customer, project, invoice or credit note; a stream key.")
        private @Nullable String subject;

        @Override
        public Integer call() {
            var answer = Api.local()
                    .get("/v1/deliveries?" + (all ? "" : "state=PARKED&")
                            + (subject == null ? "" : "subject=" + escaped(subject)))
                    .body();
            var rows = answer.path("items")
                    .valueStream()
                    .map(delivery -> row(output, delivery))
                    .toList();
            output.print(answer, new Table(rows.size() + (all ? " deliveries" : " parked deliveries"), HEADINGS, rows));
            return ExitCode.OK.code();
        }
    }

    /** Shows one delivery and what was tried. */
    @Command(
            name = "show",
            description = "Show one delivery with all that was tried.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: fairlead deliveries show credit-note:4711 --json"})
    static final class Show implements Callable<Integer> {

        @Mixin
        private final Output output = new Output();

        @Parameters(paramLabel = "ID", description = ID)
        private String id = "";

        @Override
        public Integer call() {
            print(output, Api.local().get("/v1/deliveries/" + escaped(id)).body());
            return ExitCode.OK.code();
        }
    }

    /** Has a parked delivery sent again. */
    @Command(
            name = "retry",
            description = "Send again what the ERP refused, after the cure; clears its work item.",
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "Refused again, it is parked again and told as a new work item.",
                "Example: fairlead deliveries retry credit-note:4711 --as kim"
            })
    static final class Retry implements Callable<Integer> {

        @Mixin
        private final Output output = new Output();

        @Mixin
        private final Acting acting = new Acting();

        @Parameters(paramLabel = "ID", description = ID)
        private String id = "";

        @Override
        public Integer call() {
            print(
                    output,
                    acting.api(output)
                            .post("/v1/deliveries/" + escaped(id) + "/retry", Map.of())
                            .body());
            return ExitCode.OK.code();
        }
    }

    private static final String ID = "Its key, or the stream key of the customer, project, invoice or credit note.";

    private static final List<String> HEADINGS = List.of(
            "key", "kind", "about", "version", "state", "code", "attempts", "amount", "currency", "since", "reason");

    private static void print(Output output, JsonNode answer) {
        var steps = answer.path("steps")
                .valueStream()
                .map(step -> List.of(
                        step.path("at").asString(),
                        step.path("state").asString(),
                        step.path("attempt").asString(),
                        step.path("code").asString(""),
                        output.fitted(step.path("reason").asString(""), REASON_SHOWN_MAX)))
                .toList();
        output.print(
                answer,
                new Table("", HEADINGS, List.of(row(output, answer.path("delivery")))),
                new Table("What was tried", List.of("at", "state", "attempt", "code", "reason"), steps));
    }

    private static List<String> row(Output output, JsonNode delivery) {
        return List.of(
                delivery.path("key").asString(),
                delivery.path("kind").asString(),
                delivery.path("subject").asString(),
                delivery.path("version").asString(),
                delivery.path("state").asString(),
                delivery.path("code").asString(""),
                delivery.path("attempts").asString(),
                delivery.path("amount").asString(""),
                delivery.path("currency").asString(""),
                delivery.path("updatedAt").asString(),
                output.fitted(delivery.path("reason").asString(""), REASON_SHOWN_MAX));
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
