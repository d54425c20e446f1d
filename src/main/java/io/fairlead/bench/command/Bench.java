package io.fairlead.bench.command;

import io.fairlead.cli.LabCommand;
import io.fairlead.demo.MonthEnd;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measurements of the event store; each runs on a PostgreSQL of its own. */
@Command(
        name = "bench",
        description = "Measure the event store on this machine, beside Axon's own JDBC engine if wanted.",
        subcommands = {
            BenchAppend.class,
            BenchCommand.class,
            BenchTail.class,
            BenchRebuild.class,
            BenchGrowth.class,
            MonthEnd.class
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example: fairlead bench append --peer axon-jdbc --json"})
public final class Bench implements LabCommand, Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "say what to measure: append, command, tail, rebuild, growth or month-end");
    }
}
