package io.fairlead.cli.time;

import io.fairlead.cli.Acting;
import io.fairlead.cli.Api;
import io.fairlead.cli.Cells;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Output;
import io.fairlead.cli.Table;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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

/** Moves one entry to another line, project or customer. */
@Command(
        name = "move",
        description = "Move worked time to another line, project or customer.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "What is unbilled goes; of what is billed a credit is proposed, and the time is unbilled there.",
            "Approved time is approved there by who moves it: neither its author nor who worked.",
            "Example: fairlead time move 6f1c2c9e --project portal --reason 'wrong project' --dry-run",
            "Example: fairlead time move 6f1c2c9e --project portal --line 2 --reason 'wrong line' --as lead"
        })
public final class TimeMoveCommand implements Callable<Integer> {

    private static final List<String> HEADINGS =
            List.of("", "project", "task", "contract", "line", "customer", "class", "day");

    @Mixin
    private final Output output = new Output();

    @Mixin
    private final Acting acting = new Acting();

    @Parameters(paramLabel = "ID", description = "The time entry.")
    private String id = "";

    @Option(names = "--project", required = true, paramLabel = "P", description = "Where to.")
    private String project = "";

    @Option(names = "--task", paramLabel = "T", description = "Task there; none when absent.")
    private @Nullable String task;

    @Option(
            names = "--line",
            paramLabel = "N",
            description = "Contract line there; the task's, else the project's, when absent.")
    private @Nullable Integer line;

    @Option(
            names = "--class",
            paramLabel = "C",
            description = "BILLABLE, CREDITED or NON_BILLABLE there; as it is, unless the task says otherwise.")
    private @Nullable String timeClass;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
    private String reason = "";

    @Option(names = "--dry-run", description = "Tell what would happen, or the refusal; change nothing.")
    private boolean dryRun;

    @Override
    public Integer call() {
        var api = acting.api(output);
        var path = "/v1/time-entries/" + URLEncoder.encode(id, StandardCharsets.UTF_8) + "/move";
        var preview = api.post(path + "/preview", body()).body();
        if (dryRun) {
            var _ = api.rehearse(path, body());
        } else {
            send(api, path);
        }
        var document = new LinkedHashMap<String, Object>();
        document.put("dryRun", dryRun);
        document.put("move", preview);
        output.print(
                document,
                new Table(
                        dryRun
                                ? "Dry run: nothing was changed"
                                : "Moved to " + preview.path("movedTo").asString(),
                        List.of("seconds", "approved", "unbilled seconds", "invoiced seconds", "amount", "currency"),
                        List.of(List.of(
                                text(preview, "seconds"),
                                text(preview, "approved"),
                                text(preview, "unbilledSeconds"),
                                text(preview, "invoicedSeconds"),
                                text(preview, "amount"),
                                text(preview, "currency")))),
                priceThere(preview.path("there")),
                new Table(
                        "From and to",
                        HEADINGS,
                        List.of(place("from", preview.path("from")), place("to", preview.path("to")))));
        return ExitCode.OK.code();
    }

    /** Of approved time, since the other is priced once it is. */
    private static Table priceThere(JsonNode there) {
        var names = new String[] {"rate", "level", "amount", "currency", "code", "reason"};
        return new Table("Worth there", List.of(names), there.isObject() ? List.of(Cells.of(there, names)) : List.of());
    }

    private void send(Api api, String path) {
        var moved = api.post(path, body()).body();
        var _ = api.get(
                "/v1/time-entries?limit=1&at-least=" + moved.path("position").asLong(0));
    }

    private Map<String, Object> body() {
        var body = new LinkedHashMap<String, Object>();
        body.put("project", project);
        put(body, "task", task);
        put(body, "lineNo", line);
        put(body, "timeClass", timeClass);
        body.put("reason", reason);
        return body;
    }

    private static void put(Map<String, Object> body, String name, @Nullable Object value) {
        if (value != null) {
            body.put(name, value);
        }
    }

    private static List<String> place(String which, JsonNode place) {
        return List.of(
                which,
                text(place, "project"),
                text(place, "task"),
                text(place, "contract"),
                text(place, "lineNo"),
                text(place, "customer"),
                text(place, "timeClass"),
                text(place, "workDate"));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
