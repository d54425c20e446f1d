package io.fairlead.gate;

import io.fairlead.cli.ExitCode;
import io.fairlead.cli.LabCommand;
import io.fairlead.cli.Output;
import io.fairlead.cli.Table;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Keeps today's contracts as the next released versions. */
@Command(
        name = "release",
        description = "Keep the contract of each event that is new or changed as its next released version.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A released version stays: from then on, contracts are held to it. Refused, with 1, while the check is red.",
            "An event that is new is told in the changelog in the words of its contract.",
            "Example: fairlead schemas release --dry-run"
        })
@LabCommand.Below("schemas")
public final class SchemasRelease implements LabCommand, Callable<Integer> {

    private static final List<String> HEADINGS = List.of("event", "version", "changes", "file");

    @Mixin
    private final Output output = new Output();

    @Option(names = "--dry-run", description = "Write nothing, only tell what would be written.")
    private boolean dry;

    @Option(
            names = "--from",
            paramLabel = "REV",
            description = "Release contracts as they stood at this commit instead of those of the working tree.")
    private String from = "";

    @Override
    public Integer call() {
        var checkout = SourceTree.here();
        var contracts = contracts(checkout);
        var report = GateReport.of(checkout, contracts);
        if (!report.isOpen()) {
            output.print(report, report.table());
            return ExitCode.FAILED.code();
        }
        var versions = Release.of(checkout, contracts);
        if (!dry) {
            Release.write(checkout, versions);
            ToldInChangelog.add(checkout, versions);
        }
        var title = "Versions %s: %d".formatted(dry ? "to be written" : "written", versions.size());
        output.print(
                versions.stream().map(Release.Version::withoutText).toList(),
                new Table(
                        title,
                        HEADINGS,
                        versions.stream().map(Release.Version::row).toList()));
        return 0;
    }

    private Contracts contracts(SourceTree checkout) {
        if (from.isEmpty()) {
            return checkout.worktree();
        }
        var git = new Git(checkout.home());
        return new IdlTexts().read(from, git.texts(git.commit(from)));
    }
}
