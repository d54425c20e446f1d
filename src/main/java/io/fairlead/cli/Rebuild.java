package io.fairlead.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Rebuilds views from history, shows that they need none, or returns to the former rows. */
@Command(
        name = "rebuild",
        description = "Make a view anew from the log beside the serving one, and let it serve.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The former rows are kept until the next rebuild, for --rollback. Goes on by itself when this command is ended.",
            "Ends with 0; with 3 when the rows were compared and differed or events could not be folded, with 1 when the",
            "rebuild failed.",
            "Example: fairlead rebuild unbilled --dry-run"
        })
final class Rebuild implements Callable<Integer> {

    private static final long LOOK_MILLIS = 300;

    @Mixin
    private final Output output = new Output();

    @Mixin
    private final Acting.Patience patience = new Acting.Patience();

    @ArgGroup(multiplicity = "1")
    private Wanted wanted = new Wanted();

    @Option(names = "--compare", description = "Compare old and new rows before the switch.")
    private boolean compare;

    @Option(names = "--dry-run", description = "Only compare; change nothing.")
    private boolean dryRun;

    @Option(names = "--rollback", description = "Return to the rows that served before, brought up to date.")
    private boolean rollback;

    /** One view or all. */
    static final class Wanted {

        @Parameters(paramLabel = "VIEW", description = "View, for example unbilled.")
        private @Nullable String view;

        @Option(names = "--all", required = true, description = "All views.")
        private boolean all;
    }

    @Override
    public Integer call() {
        var api = patience.api(output);
        Map<String, Object> body = new LinkedHashMap<>();
        if (!wanted.all && wanted.view != null) {
            body.put("view", wanted.view);
        }
        body.put("compare", compare);
        body.put("dryRun", dryRun);
        body.put("rollback", rollback);
        var state = awaited(api, api.post("/v1/rebuilds", body).body());
        if (state.path("state").asString().equals("failed")) {
            throw new CommandFailed(
                    ExitCode.FAILED,
                    "the rebuild of %s failed: %s"
                            .formatted(
                                    state.path("view").asString(),
                                    state.path("failure").asString()));
        }
        var found = state.path("found");
        long unfolded = found.path("parked").path("events").asLong();
        if (unfolded == 0) {
            output.print(state, tables(state, found), sums(found));
        } else {
            output.print(state, tables(state, found), sums(found), parked(found.path("parked")));
        }
        return (found.path("differences").asLong() + unfolded == 0 ? ExitCode.OK : ExitCode.DIFFERENCES).code();
    }

    private JsonNode awaited(Api api, JsonNode begun) {
        var path = "/v1/rebuilds/" + begun.path("id").asString();
        var state = begun;
        try (var progress = Progress.of(output, "rebuild", begun.path("head").asLong())) {
            while (state.path("state").asString().equals("running")) {
                progress.at(state.path("position").asLong());
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
                if (Thread.interrupted()) {
                    throw new CommandFailed(ExitCode.INTERRUPTED, "interrupted; the rebuild goes on by itself");
                }
                state = api.get(path).body(); // Killed and back meanwhile: the rebuild goes on.
            }
            progress.at(state.path("position").asLong());
        }
        return state;
    }

    private static Table tables(JsonNode state, JsonNode report) {
        var title = "%s generation %s at position %s in %s s: %s, %s"
                .formatted(
                        state.path("view").asString(),
                        state.path("generation").asString(),
                        report.path("position").asString(),
                        report.path("seconds").asString(),
                        report.path("tables").isEmpty()
                                ? "not compared"
                                : report.path("rows").asString() + " rows, "
                                        + report.path("differences").asString() + " differences",
                        report.path("replaced").asBoolean() ? "it serves now" : "nothing was changed");
        var rows = StreamSupport.stream(report.path("tables").spliterator(), false)
                .map(table -> List.of(
                        table.path("table").asString(),
                        table.path("rows").asString(),
                        table.path("missing").asString(),
                        table.path("surplus").asString(),
                        table.path("changed").asString(),
                        table.path("first").asString("")))
                .toList();
        return new Table(title, List.of("table", "rows", "missing", "surplus", "changed", "first difference"), rows);
    }

    /** What the replay itself could not fold: its rows lack these events. */
    private static Table parked(JsonNode parked) {
        var rows = StreamSupport.stream(parked.path("causes").spliterator(), false)
                .map(cause -> List.of(
                        cause.path("view").asString(),
                        cause.path("type").asString(),
                        cause.path("events").asString(),
                        cause.path("position").asString(),
                        cause.path("aggregateId").asString(),
                        cause.path("reason").asString()))
                .toList();
        return new Table(
                parked.path("events").asString() + " events could not be folded",
                List.of("view", "event", "events", "first position", "first stream", "reason"),
                rows);
    }

    private static Table sums(JsonNode report) {
        var rows = StreamSupport.stream(report.path("tables").spliterator(), false)
                .flatMap(table -> {
                    var names = new TreeSet<>(table.path("served").propertyNames());
                    names.addAll(table.path("replayed").propertyNames());
                    return names.stream()
                            .map(name -> List.of(
                                    table.path("table").asString(),
                                    name,
                                    table.path("served").path(name).asString("0"),
                                    table.path("replayed").path(name).asString("0")));
                })
                .toList();
        return new Table("Sums", List.of("table", "amount", "served", "replayed"), rows);
    }
}
