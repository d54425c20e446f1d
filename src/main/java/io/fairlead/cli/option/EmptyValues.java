package io.fairlead.cli.option;

import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Refuses values of nothing for every command alike: mostly a variable of a script that was never set. */
public final class EmptyValues {

    /**
     * Runs what was asked for.
     *
     * @return the exit code
     * @throws ParameterException when a value of it is blank; nothing was run
     */
    public static int refusedElseRun(ParseResult parsed) {
        for (var part = parsed; part != null; part = part.subcommand()) {
            for (var given : part.matchedArgs()) {
                if (given.stringValues().stream().anyMatch(String::isBlank)) {
                    throw new ParameterException(
                            part.commandSpec().commandLine(),
                            name(given) + " is empty; give a value, or leave it out where the help lets you");
                }
            }
        }
        return new RunLast().execute(parsed);
    }

    private static String name(ArgSpec given) {
        return given instanceof OptionSpec option ? option.longestName() : given.paramLabel();
    }

    private EmptyValues() {}
}
