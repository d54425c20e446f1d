package io.fairlead.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Which entries a decision concerns, and how it is taken: ids by pages first, then decisions in batches. */
final class TimeDecision {

    private static final int PAGE = 1_000;
    private static final String[] COLUMNS = {
        "timeEntryId", "workDate", "personId", "projectId", "taskId", "seconds", "description"
    };

    @ArgGroup(multiplicity = "1")
    private Which which = new Which();

    @Option(
            names = "--dry-run",
            description = "Tell which entries it would take and which it would refuse; change nothing.")
    private boolean dryRun;

    /** One project or everything. */
    static final class Which {

        @Option(names = "--project", paramLabel = "P", required = true, description = "Only this project.")
        private @Nullable String project;

        @Option(names = "--all", required = true, description = "All projects.")
        private boolean all;
    }

    private record Found(List<JsonNode> entries, long seconds) {

        List<String> ids() {
            return entries.stream()
                    .map(entry -> entry.path("timeEntryId").asString())
                    .toList();
        }
    }

    /**
     * Takes the decision.
     *
     * @param statuses of the entries it concerns
     * @param path of the endpoint that takes ids
     * @return the exit code
     */
    int take(Api api, Output output, List<String> statuses, String path) {
        var found = find(api, statuses);
        if (found.entries().isEmpty() && which.project != null) {
            var _ = api.get(
                    "/v1/projects/" + encoded(which.project)); // A mistyped one must not look like nothing to do.
        }
        var accepted = 0;
        var position = 0L;
        var refusals = new ArrayList<Map<String, String>>();
        var all = found.ids();
        try (var progress = Progress.of(output, "time entries", all.size())) {
            for (var from = 0; from < all.size(); from += PAGE) {
                var ids = Map.of("ids", all.subList(from, Math.min(all.size(), from + PAGE)));
                var answer = (dryRun ? api.rehearse(path, ids) : api.post(path, ids)).body();
                accepted += answer.path("accepted").asInt(0)
                        + answer.path("repeated").asInt(0);
                position = Math.max(position, answer.path("position").asLong(0));
                for (var item : answer.path("items")) {
                    if (item.path("status").asString("").equals("refused")) {
                        refusals.add(
                                refusal(item, all.get(from + item.path("index").asInt())));
                    }
                }
                progress.at(Math.min(all.size(), from + PAGE));
            }
        }
        Acting.await(api, position);
        print(output, found, accepted, refusals);
        return (refusals.isEmpty() ? ExitCode.OK : ExitCode.FAILED).code();
    }

    /** All ids before the first decision: deciding moves entries out of the list that is being read. */
    private Found find(Api api, List<String> statuses) {
        var entries = new ArrayList<JsonNode>();
        var seconds = 0L;
        for (var status : statuses) {
            var next = "";
            do {
                var page = api.get("/v1/time-entries?limit=" + PAGE + "&status=" + status
                                + (which.all || which.project == null ? "" : "&project=" + encoded(which.project))
                                + (next.isEmpty() ? "" : "&cursor=" + encoded(next)))
                        .body();
                for (var entry : page.path("items")) {
                    entries.add(entry);
                    seconds += entry.path("seconds").asLong(0);
                }
                next = page.path("next").asString("");
            } while (!next.isEmpty());
        }
        return new Found(entries, seconds);
    }

    private void print(Output output, Found found, int accepted, List<Map<String, String>> refusals) {
        var document = new LinkedHashMap<String, Object>();
        document.put("dryRun", dryRun);
        document.put("entries", found.entries().size());
        document.put("seconds", found.seconds());
        document.put("accepted", accepted);
        document.put("refused", refusals.size());
        document.put("refusals", refusals);
        if (dryRun) {
            document.put("items", found.entries());
        }
        var tables = new ArrayList<Table>();
        tables.add(new Table(
                dryRun ? "Dry run: nothing was changed" : "",
                List.of("entries", "seconds", "accepted", "refused"),
                List.of(List.of(
                        found.entries().size() + "", found.seconds() + "", accepted + "", refusals.size() + ""))));
        if (!refusals.isEmpty()) {
            tables.add(new Table("Refused", List.of("code", "reason", "hint", "entries", "first"), grouped(refusals)));
        }
        if (dryRun) {
            tables.add(new Table(
                    "Entries",
                    List.of(COLUMNS),
                    found.entries().stream()
                            .map(entry -> Cells.of(entry, COLUMNS))
                            .toList()));
        }
        output.print(document, tables.toArray(Table[]::new));
    }

    /** Whoever acts as the wrong person is refused a thousand times for one reason; --json tells each. */
    private static List<List<String>> grouped(List<Map<String, String>> refusals) {
        var groups = new LinkedHashMap<List<String>, List<String>>();
        for (var row : refusals) {
            var values = List.copyOf(row.values());
            groups.computeIfAbsent(values.subList(1, values.size()), _ -> new ArrayList<>())
                    .add(values.getFirst());
        }
        return groups.entrySet().stream()
                .map(group -> Stream.concat(
                                group.getKey().stream(),
                                Stream.of(
                                        Integer.toString(group.getValue().size()),
                                        group.getValue().getFirst()))
                        .toList())
                .toList();
    }

    private static Map<String, String> refusal(JsonNode item, String entry) {
        var row = new LinkedHashMap<String, String>();
        for (var field : List.of("id", "code", "reason", "hint")) {
            row.put(field, item.path(field).asString(field.equals("id") ? entry : ""));
        }
        return row;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
