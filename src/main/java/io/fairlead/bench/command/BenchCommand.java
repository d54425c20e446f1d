package io.fairlead.bench.command;

import io.fairlead.bench.CommandBench;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The whole command path. */
@Command(
        name = "command",
        description = "Commands through gateway, aggregate, Avro and store; every second one loads its aggregate.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: fairlead bench command --peer axon-jdbc --clients 256 --json"})
final class BenchCommand implements Callable<Integer> {

    @Mixin
    private final BenchOptions options = new BenchOptions();

    @Override
    public Integer call() {
        return options.run(CommandBench::run);
    }
}
