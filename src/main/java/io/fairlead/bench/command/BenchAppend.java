package io.fairlead.bench.command;

import io.fairlead.bench.AppendBench;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Durable appends of one event each. */
@Command(
        name = "append",
        description = "Durable appends of one event each to new streams, by 1, 8, 64 and 256 clients.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example: fairlead bench append --peer axon-jdbc --clients 1,64 --json",
            "Example: fairlead bench append --former ../former --rounds 7"
        })
final class BenchAppend implements Callable<Integer> {

    @Mixin
    private final BenchOptions options = new BenchOptions();

    @Override
    public Integer call() {
        return options.run(AppendBench::run);
    }
}
