package io.fairlead.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** The commands about events that a view or process could not take. */
@Command(
        name = "parked",
        description = "List, retry or discard events that a view or process could not take.",
        subcommands = {Parked.ListThem.class, Parked.Retry.class, Parked.Discard.class},
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Later events of the same stream wait behind a parked one; all other streams go on.",
            "Example: fairlead parked list --json && fairlead parked retry process-price-time"
        })
final class Parked implements Runnable {

    private static final int REASON_SHOWN_MAX = 100;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }

    /** Shows what is parked, or what was discarded. */
    @Command(
            name = "list",
            description = "Show parked events with their reasons.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: fairlead parked list --json"})
    static final class ListThem implements Callable<Integer> {

        @Mixin
        private final Output output = new Output();

        @Option(names = "--discarded", description = "Those that were discarded, with who, when and why.")
        private boolean discarded;

        @Override
        public Integer call() {
            var answer = Api.local().get("/v1/parked?discarded=" + discarded).body();
            output.print(answer, discarded ? discarded(answer) : parked(answer));
            return ExitCode.OK.code();
        }

        private Table parked(JsonNode answer) {
            var rows = StreamSupport.stream(answer.path("parked").spliterator(), false)
                    .map(event -> row(output, event))
                    .toList();
            return new Table(rows.size() + " events are parked", HEADINGS, rows);
        }

        private Table discarded(JsonNode answer) {
            var rows = StreamSupport.stream(answer.path("discarded").spliterator(), false)
                    .map(event -> List.of(
                            event.path("name").asString(),
                            event.path("stream").asString(),
                            event.path("position").asString(),
                            simple(event.path("type").asString()),
                            event.path("discardedBy").asString(),
                            event.path("discardedAt").asString(),
                            output.fitted(event.path("discardedBecause").asString(), REASON_SHOWN_MAX)))
                    .toList();
            return new Table(
                    rows.size() + " events were discarded",
                    List.of("view or process", "stream", "position", "event", "by", "at", "because"),
                    rows);
        }
    }

    /** Has a view or process take its parked events again. */
    @Command(
            name = "retry",
            description = "Have a view or process take its parked events again, each stream in order.",
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "Ends with 0 when nothing is left parked, with 3 when something is, with 7 when it is not done yet.",
                "Example: fairlead parked retry unbilled-work time-entry:4711"
            })
    static final class Retry implements Callable<Integer> {

        @Mixin
        private final Output output = new Output();

        @Mixin
        private final Acting.Patience patience = new Acting.Patience();

        @Parameters(index = "0", paramLabel = "NAME", description = "View or process.")
        private String name = "";

        @Parameters(index = "1", arity = "0..1", paramLabel = "STREAM", description = "Only this stream; else all.")
        private @Nullable String stream;

        @Override
        public Integer call() {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("name", name);
            if (stream != null) {
                body.put("stream", stream);
            }
            var result = patience.api(output).post("/v1/parked/retries", body).body();
            output.print(result, result(result));
            return code(result).code();
        }
    }

    /** Sets the first parked event of a stream aside. */
    @Command(
            name = "discard",
            description = "Set the first parked event of a stream aside for a view or process; retry the others.",
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "The event stays in the log and in `fairlead parked list --discarded`.",
                "Ends with 0 when nothing is left parked, with 3 when something is, with 7 when it is not done yet.",
                "Example: fairlead parked discard unbilled-work time-entry:4711 --reason \"booked by hand\" --dry-run"
            })
    static final class Discard implements Callable<Integer> {

        @Mixin
        private final Output output = new Output();

        @Mixin
        private final Acting.Patience patience = new Acting.Patience();

        @Parameters(index = "0", paramLabel = "NAME", description = "View or process.")
        private String name = "";

        @Parameters(index = "1", paramLabel = "STREAM", description = "Stream key.")
        private String stream = "";

        @Option(names = "--reason", required = true, description = "Why; stays on record.")
        private String reason = "";

        @Option(names = "--dry-run", description = "Only tell what would be discarded; change nothing.")
        private boolean dryRun;

        @Override
        public Integer call() {
            var answer = patience.api(output)
                    .post(
                            "/v1/parked/discards",
                            Map.of("name", name, "stream", stream, "reason", reason, "dryRun", dryRun))
                    .body();
            var event = new Table(
                    dryRun ? "Dry run: nothing was changed; this event would be discarded" : "Discarded",
                    HEADINGS,
                    List.of(row(output, answer.path("event"))));
            if (dryRun) {
                output.print(answer, event);
                return ExitCode.OK.code();
            }
            output.print(answer, event, result(answer.path("result")));
            return code(answer.path("result")).code();
        }
    }

    private static final List<String> HEADINGS =
            List.of("kind", "view or process", "stream", "position", "event", "since", "reason");

    private static List<String> row(Output output, JsonNode event) {
        return List.of(
                event.path("kind").asString(),
                event.path("name").asString(),
                event.path("stream").asString(),
                event.path("position").asString(),
                simple(event.path("type").asString()),
                event.path("parkedAt").asString(),
                output.fitted(event.path("reason").asString(), REASON_SHOWN_MAX));
    }

    private static Table result(JsonNode result) {
        return new Table(
                result.path("done").asBoolean() ? "" : "Not done yet: the node that owns the process will do it",
                List.of("order", "replayed", "left parked"),
                List.of(List.of(
                        result.path("order").asString(),
                        result.path("replayed").asString(),
                        result.path("leftParked").asString())));
    }

    private static ExitCode code(JsonNode result) {
        if (!result.path("done").asBoolean()) {
            return ExitCode.RETRY_LATER;
        }
        return result.path("leftParked").asLong() == 0 ? ExitCode.OK : ExitCode.DIFFERENCES;
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
