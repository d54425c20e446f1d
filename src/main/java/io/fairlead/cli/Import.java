package io.fairlead.cli;

import io.fairlead.cli.expense.ImportExpenses;
import io.fairlead.cli.payment.ImportPayments;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The commands that take in files. */
@Command(
        name = "import",
        description = "Take in files: master data, won deals, worked time, expenses, payments.",
        subcommands = {
            ImportSetup.class,
            ImportOpportunities.class,
            ImportTime.class,
            ImportExpenses.class,
            ImportPayments.class
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Everything may be imported again: what is known already changes nothing. Each has --dry-run and --json.",
            "Example: fairlead import setup firm.json && fairlead import time may.csv --profile toggl --dry-run"
        })
final class Import implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }
}
