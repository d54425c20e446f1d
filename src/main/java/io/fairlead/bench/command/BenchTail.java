package io.fairlead.bench.command;

import io.fairlead.bench.ApprovalBench;
import io.fairlead.bench.TailBench;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** How soon a reader sees what was committed. */
@Command(
        name = "tail",
        description =
                "From acknowledged command to the reader's handler at 1,000 events a second, here and on another node;"
                        + " from approval to the row of unbilled work at 500 a second.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: fairlead bench tail --peer axon-jdbc --seconds 10 --json"})
final class BenchTail implements Callable<Integer> {

    @Mixin
    private final BenchOptions options = new BenchOptions();

    @Override
    public Integer call() {
        return options.run((folder, plan, told) -> {
            TailBench.run(folder, plan, told);
            ApprovalBench.run(folder, plan, told);
        });
    }
}
