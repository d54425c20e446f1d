package io.fairlead.gate.surface;

import io.fairlead.cli.CommandFailed;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.LabCommand;
import io.fairlead.cli.Output;
import io.fairlead.cli.Table;
import io.fairlead.launch.DataFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Holds what others use, events aside, against the last release; of a checkout. */
@Command(
        name = "contracts",
        description = "Compare the API, the views of bi and the JSON of commands with the last release.",
        subcommands = {ContractsCommand.Check.class, ContractsCommand.Release.class},
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Contracts of events have a gate of their own: fairlead schemas.",
            "Example: fairlead contracts check --json"
        })
public final class ContractsCommand implements LabCommand, Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }

    private static Path folder() {
        var folder = DataFolder.home().resolve(SurfaceFiles.FOLDER);
        if (!Files.isDirectory(folder)) {
            throw new CommandFailed(
                    ExitCode.NOT_FOUND, "there is no " + folder + ": start the ./fairlead of a checkout");
        }
        return folder;
    }

    static SurfaceReport report(Path folder) {
        return SurfaceReport.of(folder, LocalDate.now(ZoneOffset.UTC));
    }

    /** Says what breaks. */
    @Command(
            name = "check",
            description = "Tell what breaks those who use the last release, and who they are.",
            mixinStandardHelpOptions = true,
            footer = {"", "Ends with 0 when nothing does, else with 1.", "Example: fairlead contracts check --json"})
    static final class Check implements Callable<Integer> {

        @Mixin
        private final Output output = new Output();

        @Override
        public Integer call() {
            var report = report(folder());
            output.print(report, report.table());
            return (report.isOpen() ? ExitCode.OK : ExitCode.FAILED).code();
        }
    }

    /** Renews the last release. */
    @Command(
            name = "release",
            description = "Keep today's API, views and JSON as what the next change is held against.",
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "Refused, with 1, while the check is red. Exceptions end with it.",
                "Example: fairlead contracts release --dry-run"
            })
    static final class Release implements Callable<Integer> {

        @Mixin
        private final Output output = new Output();

        @Option(names = "--dry-run", description = "Write nothing, only tell what would be written.")
        private boolean dry;

        @Override
        public Integer call() {
            var report = report(folder());
            if (!report.isOpen()) {
                output.print(report, report.table());
                return ExitCode.FAILED.code();
            }
            var written = new SurfaceFiles(folder()).release(dry);
            var rows = written.stream().map(List::of).toList();
            output.print(
                    written,
                    new Table("Files " + (dry ? "to be " : "") + "written: " + rows.size(), List.of("file"), rows));
            return ExitCode.OK.code();
        }
    }
}
