package io.fairlead.gate;

import io.fairlead.cli.CommandFailed;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.LabCommand;
import io.fairlead.cli.Output;
import io.fairlead.cli.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says who reads an event, or a field of it. */
@Command(
        name = "impact",
        description =
                "Tell which projections, processes, gateways, aggregates and checks read an event or a field of it.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Found in compiled code. Topics, history and explanations show every field and are not listed.",
            "Example: fairlead schemas impact CostRateSet.rate",
            "Example: fairlead schemas impact InvoiceLinesAdded.lines[].net --json"
        })
@LabCommand.Below("schemas")
public final class SchemasImpact implements LabCommand, Callable<Integer> {

    private static final int NEAREST = 5;

    /** Who is handed an event, and who reads its fields. */
    private record Impact(String event, List<Reader> takenBy, List<FieldImpact> fields) {}

    private record FieldImpact(String path, List<Reader> readBy) {}

    @Mixin
    private final Output output = new Output();

    @Parameters(
            paramLabel = "EVENT[.FIELD]",
            description = "Name of the event, with or without its package; all its fields when none is given.")
    private String asked = "";

    @Override
    public Integer call() {
        var events = SourceTree.here().worktree().events();
        var event = events.values().stream()
                .filter(each -> names(each).anyMatch(name -> asked.equals(name) || asked.startsWith(name + ".")))
                .findFirst()
                .orElseThrow(() -> unknown(
                        "event",
                        asked.replaceAll("\\.[a-z].*", ""),
                        events.values().stream().map(Schema::getName).toList()));
        var path = names(event)
                .filter(name -> asked.startsWith(name + "."))
                .map(name -> asked.substring(name.length() + 1))
                .findFirst()
                .orElse("");
        var paths = FieldReaders.paths(event);
        if (!path.isEmpty() && !paths.contains(path)) {
            throw unknown("field of " + event.getName(), path, paths);
        }
        print(event, path.isEmpty() ? paths : List.of(path));
        return 0;
    }

    private void print(Schema event, List<String> paths) {
        var readers = FieldReaders.ofHouse();
        var takers = readers.takers(event.getFullName());
        var fields = paths.stream()
                .map(path -> new FieldImpact(path, List.copyOf(readers.of(event, path))))
                .toList();
        output.print(
                new Impact(event.getFullName(), List.copyOf(takers), fields),
                new Table(
                        "%s is taken by %s".formatted(event.getFullName(), listed(List.copyOf(takers))),
                        List.of("field", "read by"),
                        fields.stream()
                                .map(field -> List.of(field.path(), listed(field.readBy())))
                                .toList()));
    }

    private static Stream<String> names(Schema event) {
        return Stream.of(event.getFullName(), event.getName());
    }

    private static String listed(List<Reader> readers) {
        return readers.isEmpty()
                ? "nobody"
                : readers.stream().map(Reader::toString).collect(Collectors.joining(", "));
    }

    private static CommandFailed unknown(String what, String name, List<String> known) {
        var near = known.stream()
                .sorted(Comparator.comparingInt((String other) -> -alike(name, other))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(NEAREST)
                .collect(Collectors.joining(", "));
        return new CommandFailed(ExitCode.NOT_FOUND, "%s is no %s; near it: %s".formatted(name, what, near));
    }

    /** Of the pairs of letters that stand side by side, how many two names share; 0 to 100. */
    private static int alike(String one, String other) {
        var pairs = pairs(one);
        int all = pairs.size() + pairs(other).size();
        pairs.retainAll(pairs(other));
        return all == 0 ? 0 : 200 * pairs.size() / all;
    }

    private static SortedSet<String> pairs(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        var pairs = new TreeSet<String>();
        for (int i = 0; i + 2 <= lower.length(); i++) {
            pairs.add(lower.substring(i, i + 2));
        }
        return pairs;
    }
}
