package io.fairlead.bench.command;

import io.fairlead.bench.RebuildBench;
import io.fairlead.cli.CommandFailed;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Progress;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How fast all views are made anew. */
@Command(
        name = "rebuild",
        description = "All views made anew beside the serving ones, a line for each round.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: fairlead bench rebuild --events 350000 --peer axon-jdbc --json"})
final class BenchRebuild implements Callable<Integer> {

    private static final int EVENTS_MIN = 7_000;

    @Mixin
    private final BenchOptions options = new BenchOptions();

    @Option(
            names = "--events",
            paramLabel = "N",
            description = "Events of the log, 7000 or more. Default: ${DEFAULT-VALUE}.")
    private int events = 350_000;

    @Override
    public Integer call() {
        if (events < EVENTS_MIN) {
            throw new CommandFailed(
                    ExitCode.USAGE, "--events %d is out of range; use %d or more".formatted(events, EVENTS_MIN));
        }
        return options.run((folder, plan, told) -> {
            try (var progress = Progress.of(options.output(), "events", events)) {
                RebuildBench.run(folder, events, plan, progress::at, told);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CommandFailed(ExitCode.FAILED, "interrupted");
            }
        });
    }
}
