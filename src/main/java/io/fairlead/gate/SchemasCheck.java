package io.fairlead.gate;

import io.fairlead.cli.ExitCode;
import io.fairlead.cli.LabCommand;
import io.fairlead.cli.Output;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says whether the contracts of the working tree may be released. */
@Command(
        name = "check",
        description = "Compare the contracts of the working tree with every released version of each event.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A pointer leads into today's contract; into the released one for what is gone.",
            "Told and not red: what was accepted by name, and what readers of the last release have to be told before.",
            "Ends with 0 when stored events stay readable and say the same, else with 1. Needs no network and no data.",
            "Example: fairlead schemas check"
        })
@LabCommand.Below("schemas")
public final class SchemasCheck implements LabCommand, Callable<Integer> {

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() {
        var report = GateReport.of(SourceTree.here());
        output.print(report, report.table());
        return (report.isOpen() ? ExitCode.OK : ExitCode.FAILED).code();
    }
}
