package io.fairlead.gate;

import io.fairlead.cli.LabCommand;
import io.fairlead.cli.Output;
import io.fairlead.cli.Table;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tells what changed in contracts between two places, or commit by commit. */
@Command(
        name = "diff",
        description = "Tell what changed in contracts of events, and what of it breaks stored events or readers.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A pointer leads into the contract that is now; into the one before for what is gone.",
            "REV is whatever git takes for a commit. A change that breaks nothing is told too.",
            "Example: fairlead schemas diff --from HEAD~20 --to worktree",
            "Example: fairlead schemas diff --log HEAD --csv"
        })
@LabCommand.Below("schemas")
public final class SchemasDiff implements LabCommand, Callable<Integer> {

    private static final String RELEASE = "release";
    private static final String WORKTREE = "worktree";
    private static final List<String> CHANGES =
            List.of("event", "path", "pointer", "kind", "breaking", "reason", "remedy", "read by");
    private static final List<String> LOG = List.of("commit", "day", "record", "breaking", "changes");

    @Mixin
    private final Output output = new Output();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--from",
            paramLabel = "REV|release",
            description = "What was before: a commit, or the last release, which is the default.")
    private String from = "";

    @Option(
            names = "--to",
            paramLabel = "REV|worktree",
            description = "What is now: a commit, or the folder as it stands, which is the default.")
    private String to = "";

    @Option(
            names = "--log",
            arity = "0..1",
            fallbackValue = "HEAD",
            paramLabel = "REV",
            description =
                    "Instead: each commit on the first-parent line of REV that changed a contract, the latest first;"
                            + " HEAD when it is left out.")
    private String log = "";

    @Override
    public Integer call() {
        if (!log.isEmpty() && !(from.isEmpty() && to.isEmpty())) {
            throw new ParameterException(
                    spec.commandLine(), "--log tells of every commit; leave out --from and --to, or --log");
        }
        var checkout = SourceTree.here();
        if (log.isEmpty()) {
            diff(checkout);
        } else {
            log(checkout);
        }
        return 0;
    }

    private void diff(SourceTree checkout) {
        var before = at(checkout, from.isEmpty() ? RELEASE : from).eventsOnly();
        var now = at(checkout, to.isEmpty() ? WORKTREE : to).eventsOnly();
        var changes = before.changesTo(now);
        var readers = FieldReaders.ofHouse();
        var findings = changes.stream()
                .map(change -> GateFinding.of(change, before, now, readers))
                .toList();
        var title = "Changes from %2$s to %3$s: %1$d, breaking: %4$d"
                .formatted(
                        findings.size(),
                        before.origin(),
                        now.origin(),
                        findings.stream().filter(GateFinding::breaking).count());
        output.print(
                new Difference(before.origin(), now.origin(), findings),
                new Table(
                        title, CHANGES, findings.stream().map(SchemasDiff::row).toList()));
    }

    /** The document of a comparison. */
    private record Difference(String from, String to, List<GateFinding> changes) {}

    private static List<String> row(GateFinding finding) {
        var cells = finding.row();
        return Stream.of(
                        cells.subList(0, 4),
                        List.of(ContractLog.word(finding.breaking())),
                        cells.subList(4, cells.size()))
                .flatMap(List::stream)
                .toList();
    }

    private static Contracts at(SourceTree checkout, String place) {
        return switch (place) {
            case RELEASE -> Contracts.lastOf(checkout.released());
            case WORKTREE -> checkout.worktree();
            default -> {
                var git = new Git(checkout.home());
                yield new IdlTexts().read(place, git.texts(git.commit(place)));
            }
        };
    }

    private void log(SourceTree checkout) {
        var entries = ContractLog.of(checkout, log);
        output.print(
                entries,
                new Table("", LOG, entries.stream().map(ContractLog.Entry::row).toList()));
    }
}
