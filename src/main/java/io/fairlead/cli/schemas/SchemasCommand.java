package io.fairlead.cli.schemas;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The commands about contracts of events; those that need a checkout are added by the lab. */
@Command(
        name = "schemas",
        description = "Check stored events against their contracts.",
        subcommands = SchemasVerify.class,
        mixinStandardHelpOptions = true,
        footer = {"", "Each has --json.", "Example: fairlead schemas verify"})
public final class SchemasCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }
}
