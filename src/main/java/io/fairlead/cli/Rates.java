package io.fairlead.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The commands about prices. */
@Command(
        name = "rates",
        description = "Look at what a change of a price would do.",
        subcommands = RatesPreview.class,
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example: fairlead rates preview --card standard --owner legal-entity:de --rate 165 --currency EUR"
                    + " --from 2026-03-01 --json"
        })
final class Rates implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }
}
