package io.fairlead.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints what makes bash and zsh complete commands and options. */
@Command(
        name = "completion",
        description = "Print a completion script for bash and zsh.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: fairlead completion > ~/.fairlead-completion && . ~/.fairlead-completion"})
final class Completion implements Callable<Integer> {

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() {
        var script = AutoComplete.bash("fairlead", Fairlead.commandLine());
        if (output.isJson()) {
            output.print(Map.of("script", script));
        } else {
            System.out.println(script);
        }
        return ExitCode.OK.code();
    }
}
