package io.fairlead.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Stands in the list of commands; the launcher script itself formats, since it needs no build. */
@Command(
        name = "format",
        description = "Format the Java sources that differ from the last commit, as the build demands it.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: fairlead format"})
final class FormatCommand implements Callable<Integer> {

    @Mixin
    private final Output output = new Output();

    @Option(names = "--all", description = "Format all of them.")
    private boolean all;

    @Override
    public Integer call() {
        output.say("sources are formatted by the launcher script of a checkout: ./fairlead format"
                + (all ? " --all" : ""));
        return ExitCode.USAGE.code();
    }
}
