package io.fairlead.cli;

import io.fairlead.launch.AlreadyRunning;
import io.fairlead.launch.LaunchFailed;
import io.fairlead.launch.StartDelayed;
import io.fairlead.launch.StartRefused;
import io.fairlead.schema.ShownText;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** How every command fails: one clear message on standard error, a problem document with --json, and the right code. */
final class Failures {

    static int usage(ParameterException failure, String[] arguments) {
        var command = failure.getCommandLine();
        var err = command.getErr();
        err.println(ShownText.ofLines("fairlead: " + failure.getMessage()));
        if (!UnmatchedArgumentException.printSuggestions(failure, err)) {
            err.println("see `%s --help`".formatted(command.getCommandSpec().qualifiedName()));
        }
        err.flush();
        return ExitCode.USAGE.code();
    }

    static int execution(Exception failure, CommandLine command, ParseResult parsed) {
        var code = code(failure);
        command.getErr().println(ShownText.ofLines(Output.timed("fairlead: " + message(failure))));
        if (System.getenv("FAIRLEAD_DEBUG") != null) {
            failure.printStackTrace(command.getErr());
        }
        command.getErr().flush();
        if (wantsJson(parsed)) {
            Output.printJson(problem(failure, code));
        }
        return code.code();
    }

    private static boolean wantsJson(ParseResult parsed) {
        var last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        return last.hasMatchedOption("--json");
    }

    private static ExitCode code(Exception failure) {
        return switch (failure) {
            case CommandFailed failed -> failed.code();
            case AlreadyRunning _ -> ExitCode.CONFLICT;
            case StartRefused _ -> ExitCode.START_REFUSED;
            case StartDelayed _ -> ExitCode.RETRY_LATER;
            case InterruptedException _ -> ExitCode.INTERRUPTED;
            default -> ExitCode.FAILED;
        };
    }

    private static String message(Exception failure) {
        return switch (failure) {
            case CommandFailed _, AlreadyRunning _, LaunchFailed _ -> String.valueOf(failure.getMessage());
            case InterruptedException _ -> "interrupted";
            default ->
                "%s (%s); set FAIRLEAD_DEBUG=1 for the whole trace"
                        .formatted(failure.getMessage(), failure.getClass().getSimpleName());
        };
    }

    private static Map<String, Object> problem(Exception failure, ExitCode code) {
        if (failure instanceof CommandFailed failed && !failed.problem().isEmpty()) {
            return failed.problem();
        }
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "about:blank");
        problem.put("title", code.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
        problem.put("detail", message(failure));
        problem.put("exit", code.code());
        return problem;
    }

    private Failures() {}
}
