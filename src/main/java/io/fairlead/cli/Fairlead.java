package io.fairlead.cli;

import io.fairlead.bench.command.Bench;
import io.fairlead.demo.Demo;
import io.fairlead.faults.FaultsCommand;
import io.fairlead.launch.Logging;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code fairlead}; new commands are added to the list here. */
@Command(
        name = "fairlead",
        description = "Event-sourced backbone from a won deal to a paid invoice.",
        subcommands = {
            Up.class,
            Demo.class,
            Import.class,
            Time.class,
            Rates.class,
            Bill.class,
            Close.class,
            InvoiceCommand.class,
            Verify.class,
            HistoryCommand.class,
            Explain.class,
            Rebuild.class,
            Parked.class,
            FaultsCommand.class,
            Status.class,
            Down.class,
            Reset.class,
            Bench.class,
            TestCommand.class,
            FormatCommand.class,
            Completion.class
        },
        mixinStandardHelpOptions = true,
        version = "fairlead 0.1.0",
        footer = {
            "",
            "Example: fairlead up --detach && fairlead status",
            "Exit codes: 0 ok, 1 failed, 2 usage, "
                    + "3 differences, 4 authentication, 5 conflict, 6 not found, 7 retry later, 130 interrupted."
        })
public final class Fairlead implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] arguments) {
        Logging.toConsole("WARN");
        System.exit(commandLine().execute(arguments));
    }

    /** The parser with all commands and the same manners for each. */
    public static CommandLine commandLine() {
        return new CommandLine(new Fairlead())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(100)
                .setParameterExceptionHandler(Failures::usage)
                .setExecutionExceptionHandler(Failures::execution);
    }

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }
}
