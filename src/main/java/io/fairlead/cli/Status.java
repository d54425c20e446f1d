package io.fairlead.cli;

import io.fairlead.launch.DataFolder;
import io.fairlead.launch.Part;
import io.fairlead.launch.StackStatus;
import io.fairlead.launch.StackStatus.PartStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** Shows which parts run, where, how large they are, and which application process does what. */
@Command(
        name = "status",
        description =
                "Show each part with process id, port, state, memory and what it saw; what waits; which node does what.",
        mixinStandardHelpOptions = true,
        footer = {"", "Ends with 0 when it answered, whatever runs.", "Example: fairlead status --json"})
final class Status implements Callable<Integer> {

    private static final long MEBIBYTE = 1L << 20;

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() {
        var data = DataFolder.of(System.getenv());
        var status = StackStatus.of(data);
        var rows = status.parts().stream().map(Status::row).toList();
        var title = "Fairlead is %s; data in %s".formatted(status.state(), status.data());
        var parts =
                new Table(title, List.of("part", "state", "pid", "port", "memory", "address", "replaced", "saw"), rows);
        var work = work(status);
        var waits = WaitingPart.of(status);
        var tables = new ArrayList<>(List.of(parts));
        if (!waits.isEmpty()) {
            tables.add(WaitingPart.table(waits)); // Ahead of what is long: who has to do something sees it first.
        }
        tables.add(ReadersLogins.table(data));
        work.ifPresent(all -> tables.addAll(List.of(nodes(all), claims(all))));
        output.print(document(status, data, work.orElse(null), waits), tables.toArray(Table[]::new));
        return ExitCode.OK.code();
    }

    private static Map<String, @Nullable Object> document(
            StackStatus status, DataFolder data, @Nullable JsonNode work, List<WaitingPart> waits) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("data", status.data());
        document.put("state", status.state());
        document.put("supervisor", status.supervisor());
        document.put("parts", status.parts());
        document.put("logins", ReadersLogins.of(data));
        document.put("nodes", work == null ? List.of() : work.path("nodes"));
        document.put("claims", work == null ? List.of() : work.path("claims"));
        document.put("waiting", waits);
        return document;
    }

    /** Any application process knows it; the first that answers tells. */
    private static Optional<JsonNode> work(StackStatus status) {
        for (var part : status.parts()) {
            if (part.part().startsWith(Part.APPLICATION.id()) && part.state().equals("ready")) {
                try {
                    return Optional.of(
                            Api.ofPart(part.address()).get("/v1/nodes").body());
                } catch (CommandFailed notThisOne) {
                    continue;
                }
            }
        }
        return Optional.empty();
    }

    private static Table nodes(JsonNode work) {
        var rows = StreamSupport.stream(work.path("nodes").spliterator(), false)
                .map(node -> List.of(
                        node.path("name").asString(),
                        node.path("alive").asBoolean() ? "alive" : "not heard of",
                        node.path("pid").asString(),
                        node.path("work").path("views").asString("0"),
                        node.path("work").path("process").asString("0"),
                        node.path("work").path("single").asString("0")))
                .toList();
        return new Table("Nodes", List.of("node", "state", "pid", "views", "processes", "others"), rows);
    }

    private static Table claims(JsonNode work) {
        var rows = StreamSupport.stream(work.path("claims").spliterator(), false)
                .map(claim -> List.of(
                        claim.path("name").asString(),
                        claim.path("node").asString("nobody"),
                        claim.path("epoch").asString(),
                        Long.toString(claim.path("heldMillis").asLong() / 1_000),
                        claim.path("position").asString("")))
                .toList();
        return new Table("Work", List.of("work", "node", "epoch", "seconds", "position"), rows);
    }

    private static List<String> row(PartStatus part) {
        return List.of(
                part.part(),
                part.state(),
                part.pid() == 0 ? "" : Long.toString(part.pid()),
                part.port() == 0 ? "" : Integer.toString(part.port()),
                part.memoryBytes() == 0 ? "" : part.memoryBytes() / MEBIBYTE + " MB",
                part.address(),
                part.replaced() == 0 ? "" : part.replaced() + " times",
                part.saw());
    }

    /**
     * Work of an application process that waits.
     *
     * @param process which of them
     * @param work its name, as under Work
     * @param what of the work waits
     * @param since UTC, ISO 8601
     * @param reason why
     * @param remedy what to do
     */
    private record WaitingPart(String process, String work, String what, String since, String reason, String remedy) {

        private static final String DETAILS = "/components/waiting/details";

        /** What each application process that answers tells; also while the database is away. */
        static List<WaitingPart> of(StackStatus status) {
            var waits = new ArrayList<WaitingPart>();
            for (var part : status.parts()) {
                if (part.part().startsWith(Part.APPLICATION.id())
                        && part.state().equals("ready")) {
                    try {
                        var told = Api.ofPart(part.address())
                                .get("/actuator/health/readiness")
                                .body()
                                .at(DETAILS);
                        told.properties()
                                .forEach(one -> waits.add(new WaitingPart(
                                        part.part(),
                                        one.getKey(),
                                        one.getValue().path("what").asString(""),
                                        one.getValue().path("since").asString(""),
                                        one.getValue().path("reason").asString(""),
                                        one.getValue().path("remedy").asString(""))));
                    } catch (CommandFailed unanswered) {
                        continue; // Its state is told above.
                    }
                }
            }
            return waits;
        }

        /** For people. */
        static Table table(List<WaitingPart> waits) {
            return new Table(
                    "Waiting",
                    List.of("process", "work", "what", "since", "why", "what to do"),
                    waits.stream()
                            .map(one -> List.of(one.process, one.work, one.what, one.since, one.reason, one.remedy))
                            .toList());
        }
    }
}
