package io.fairlead.cli;

import io.fairlead.cli.time.TimeMoveCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The commands that decide on worked time. */
@Command(
        name = "time",
        description = "Submit, approve and move worked time.",
        subcommands = {TimeSubmit.class, TimeApprove.class, TimeMoveCommand.class},
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Each has --dry-run and --json.",
            "Example: fairlead time submit --all && fairlead time approve --all --as lead"
        })
final class Time implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }
}
