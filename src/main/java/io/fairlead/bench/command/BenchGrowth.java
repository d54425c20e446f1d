package io.fairlead.bench.command;

import io.fairlead.bench.GrowthBench;
import io.fairlead.cli.CommandFailed;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Progress;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What size costs. */
@Command(
        name = "growth",
        description = "Appends and loads in a store of many events, in turn with one of 100,000 (told as the peer).",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: fairlead bench growth --events 10000000 --clients 64 --json"})
final class BenchGrowth implements Callable<Integer> {

    private static final int EVENTS_MIN = 100_000;

    @Mixin
    private final BenchOptions options = new BenchOptions();

    @Option(
            names = "--events",
            paramLabel = "N",
            description = "Events of the large store, 100000 or more. Default: ${DEFAULT-VALUE}.")
    private long events = 1_000_000;

    @Override
    public Integer call() {
        if (events < EVENTS_MIN) {
            throw new CommandFailed(
                    ExitCode.USAGE, "--events %d is out of range; use %d or more".formatted(events, EVENTS_MIN));
        }
        return options.run((folder, plan, told) -> {
            try (var progress = Progress.of(options.output(), "events", events)) {
                GrowthBench.run(folder, events, plan, progress::at, told);
            }
        });
    }
}
