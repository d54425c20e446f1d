package io.fairlead.demo;

import io.fairlead.bench.command.AgainstFormer;
import io.fairlead.cli.Api;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Output;
import io.fairlead.cli.Table;
import io.fairlead.launch.DataFolder;
import io.fairlead.launch.LaunchSettings;
import io.fairlead.launch.LocalStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A month's end at once, through the HTTP API of a whole stack of its own: what its users get, with figures. */
@Command(
        name = "month-end",
        description =
                "Enter, submit and approve much time through the batch API until all of it is unbilled work, then bill it, twice."
                        + " Runs on a temporary data folder, which is deleted afterwards.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Ends with 1 when an entry is missing from the views, or the second run finds something to bill.",
            "Example: fairlead bench month-end --entries 100000 --contracts 500 --json"
        })
public final class MonthEnd implements Callable<Integer> {

    private static final int ENTRIES_MAX = 1_000_000;
    private static final int ROUNDS_MAX = 1_000;

    @Mixin
    private final Output output = new Output();

    @Mixin
    private final AgainstFormer former = new AgainstFormer();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--entries", description = "Time entries, default ${DEFAULT-VALUE}.")
    private int entries = 100_000;

    @Option(names = "--contracts", description = "Contracts that they are shared by, default ${DEFAULT-VALUE}.")
    private int contracts = 500;

    @Option(
            names = "--warm-up",
            description = "Entries of another company played before and not counted, since a month's end comes to an"
                    + " application that has been at work; 0 for none. Default ${DEFAULT-VALUE}.")
    private int warmUp = 20_000;

    @Option(names = "--rounds", description = "Rounds of each side with --former, default ${DEFAULT-VALUE}.")
    private int rounds = 3;

    @Option(
            names = "--logged-in",
            description =
                    "Ask for logins: each caller proves itself with a token that is checked, quotas count it, roles allow"
                            + " it. With --former the other checkout is asked for none, so that the ratios tell what logins cost.")
    private boolean loggedIn;

    @Override
    public Integer call() {
        if (entries < 1 || entries > ENTRIES_MAX) {
            throw refused("--entries %d is out of range; use 1 to %d".formatted(entries, ENTRIES_MAX));
        }
        if (contracts < 1 || contracts > entries) {
            throw refused("--contracts %d is out of range; use 1 to --entries".formatted(contracts));
        }
        if (warmUp < 0 || warmUp > ENTRIES_MAX) {
            throw refused("--warm-up %d is out of range; use 0 to %d".formatted(warmUp, ENTRIES_MAX));
        }
        if (rounds < 1 || rounds > ROUNDS_MAX) {
            throw refused("--rounds %d is out of range; use 1 to %d".formatted(rounds, ROUNDS_MAX));
        }
        if (former.isGiven()) {
            return former.run(output, rounds, List.of(), loggedIn ? List.of("--logged-in") : List.of());
        }
        var folder = temporary();
        var own = LaunchSettings.ofEnvironment();
        var settings =
                new LaunchSettings(new DataFolder(folder), own.environment(), own.applicationMain(), own.sandboxMain());
        try (var people = loggedIn ? MonthEndPeople.loggedIn() : MonthEndPeople.believed();
                var stack = LocalStack.ensureRunning(people.asked(settings), output::say)) {
            var steps = people.story(new Api(stack.addresses().application(), "local", Duration.ZERO));
            var phases = new Phases(output, System::nanoTime);
            if (warmUp > 0) {
                new MonthEndLoad(steps, phases, "warm-up", warmUp, Math.min(contracts, warmUp)).warmUp();
            }
            var load = new MonthEndLoad(steps, phases, "month-end", entries, contracts);
            var figures = load.run();
            figures.put("logged_in", loggedIn);
            figures.put("warm_up_entries", warmUp);
            figures.put("memory_peak_bytes", stack.memory().peakBytes());
            figures.put(
                    "load_average", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
            output.print(
                    figures,
                    new Table(
                            "a month's end",
                            List.of("figure", "value"),
                            figures.entrySet().stream()
                                    .map(figure -> List.of(
                                            figure.getKey(), figure.getValue().toString()))
                                    .toList()));
            return (load.isRight() ? ExitCode.OK : ExitCode.FAILED).code();
        } finally {
            delete(folder);
        }
    }

    private ParameterException refused(String reason) {
        return new ParameterException(spec.commandLine(), reason);
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("fairlead-month-end-");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a temporary data folder", e);
        }
    }

    private static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                        throws IOException {
                    Files.deleteIfExists(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }
}
