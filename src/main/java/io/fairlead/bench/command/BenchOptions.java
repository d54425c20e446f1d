package io.fairlead.bench.command;

import io.fairlead.bench.BenchPlan;
import io.fairlead.bench.Comparison;
import io.fairlead.cli.CommandFailed;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Output;
import io.fairlead.cli.Table;
import io.fairlead.launch.DataFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What all benches have in common. */
final class BenchOptions {

    private static final String AXON_JDBC = "axon-jdbc";

    @Mixin
    private final Output output = new Output();

    @Mixin
    private final AgainstFormer former = new AgainstFormer();

    @Option(
            names = "--peer",
            paramLabel = "PEER",
            description = "Measure axon-jdbc too, in turn with ours on the same PostgreSQL.")
    private @Nullable String peer;

    @Option(
            names = "--clients",
            split = ",",
            paramLabel = "N",
            description = "How many at a time; a line for each. Default: ${DEFAULT-VALUE}.")
    private List<Integer> clients = List.of(1, 8, 64, 256);

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "Rounds of each side, in turn. Default: ${DEFAULT-VALUE}.")
    private int rounds = 3;

    @Option(names = "--seconds", paramLabel = "S", description = "Length of one round. Default: ${DEFAULT-VALUE}.")
    private int seconds = 4;

    /** A bench that tells its lines one by one. */
    interface Run {
        void go(Path folder, BenchPlan plan, Consumer<Comparison> told);
    }

    int run(Run bench) {
        if (peer != null && !peer.equals(AXON_JDBC)) {
            throw new CommandFailed(ExitCode.USAGE, "--peer " + peer + " is unknown: give axon-jdbc");
        }
        require("--rounds", rounds);
        require("--seconds", seconds);
        clients.forEach(count -> require("--clients", count));
        if (former.isGiven()) {
            return former.run(output, rounds, List.of("--rounds", "1"));
        }
        var plan = new BenchPlan(clients, rounds, Duration.ofSeconds(seconds), peer != null);
        var rows = new ArrayList<List<String>>();
        output.say("measuring " + clients.size() * rounds * seconds * (peer == null ? 1 : 2) + " s and a warm-up");
        bench.go(folder(), plan, line -> {
            if (output.isJson()) {
                output.print(line.json());
            } else {
                output.say(row(line).toString());
                rows.add(row(line));
            }
        });
        if (!output.isJson()) {
            output.print(
                    rows,
                    new Table(
                            "operations per second; times in ms",
                            List.of(
                                    "bench", "clients", "ours/s", "p50", "p99", "peer/s", "p50", "p99", "ratio", "load",
                                    "stall"),
                            rows));
        }
        return ExitCode.OK.code();
    }

    private static void require(String option, int given) {
        if (given < 1) {
            throw new CommandFailed(ExitCode.USAGE, "%s %d is out of range; use 1 or more".formatted(option, given));
        }
    }

    Output output() {
        return output;
    }

    static Path folder() {
        return DataFolder.of(System.getenv()).root().resolve("bench");
    }

    private static List<String> row(Comparison line) {
        var other = line.peer();
        return List.of(
                line.bench(),
                Integer.toString(line.clients()),
                Double.toString(line.ours().perSecond()),
                Objects.toString(line.ours().p50Ms(), ""),
                Objects.toString(line.ours().p99Ms(), ""),
                other == null ? "" : Double.toString(other.perSecond()),
                other == null ? "" : Objects.toString(other.p50Ms(), ""),
                other == null ? "" : Objects.toString(other.p99Ms(), ""),
                other == null ? "" : Objects.toString(line.ratio(), ""),
                Objects.toString(line.machine().get("load_average"), ""),
                Objects.toString(line.machine().get("stall_max_ms"), ""));
    }
}
