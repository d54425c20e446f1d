package io.fairlead.gate;

import io.fairlead.cli.Table;
import io.fairlead.schema.AcceptedChange;
import io.fairlead.schema.AcceptedChanges;
import io.fairlead.schema.ContractGate;
import io.fairlead.schema.ReleasedContracts;
import io.fairlead.schema.SchemaChange.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the gate says of contracts, in the words that the command prints and the build fails with.
 *
 * @param events that were compared
 * @param findings what is in the way of a release, none when the gate is open
 * @param accepted what breaks and was accepted by name
 * @param told what readers of the last release have to be told, descriptions aside
 * @param descriptions how many were changed since the last release
 */
public record GateReport(
        int events,
        List<GateFinding> findings,
        List<AcceptedChange> accepted,
        List<GateFinding> told,
        int descriptions) {

    private static final List<String> HEADINGS =
            List.of("verdict", "event", "path", "pointer", "kind", "reason", "remedy", "read by");
    private static final String BREAKS = "breaks";
    private static final String HISTORY = "history";
    private static final String IDLE = "idle";

    public GateReport {
        findings = List.copyOf(findings);
        accepted = List.copyOf(accepted);
        told = List.copyOf(told);
    }

    /** Of a checkout as it stands. */
    public static GateReport of(SourceTree checkout) {
        return of(checkout, checkout.worktree());
    }

    /** Of contracts beside what a checkout has released; while its history is not as it was released, only of that. */
    public static GateReport of(SourceTree checkout, Contracts now) {
        var faults = ReleasedFiles.faults(checkout);
        return faults.isEmpty()
                ? of(checkout.released(), now, checkout.accepted(), FieldReaders::ofHouse)
                : new GateReport(now.events().size(), faults, List.of(), List.of(), 0);
    }

    /**
     * Of contracts beside what was released.
     *
     * @param readers asked for once there is something to tell, since finding out costs a second
     */
    public static GateReport of(
            ReleasedContracts released, Contracts now, AcceptedChanges accepted, Supplier<FieldReaders> readers) {
        var verdict = ContractGate.verdict(released, now.events().values(), accepted);
        var told = verdict.told().stream()
                .filter(change -> change.kind() != Kind.DOC)
                .toList();
        int descriptions = verdict.told().size() - told.size();
        if (verdict.findings().isEmpty() && told.isEmpty()) {
            return new GateReport(now.events().size(), List.of(), verdict.accepted(), List.of(), descriptions);
        }
        var known = readers.get();
        var before = Contracts.lastOf(released);
        return new GateReport(
                now.events().size(),
                verdict.findings().stream()
                        .map(change -> GateFinding.of(change, before, now, known))
                        .toList(),
                verdict.accepted(),
                told.stream()
                        .map(change -> GateFinding.of(change, before, now, known))
                        .toList(),
                descriptions);
    }

    public boolean isOpen() {
        return findings.isEmpty();
    }

    /** One row for each finding, then for what was accepted and what readers have to be told; in the title the sums. */
    public Table table() {
        return new Table(title(), HEADINGS, rows());
    }

    private List<List<String>> rows() {
        return Stream.of(
                        findings.stream().map(finding -> row(verdict(finding), finding)),
                        accepted.stream()
                                .map(change -> List.of(
                                        "accepted",
                                        change.event(),
                                        "",
                                        change.pointer(),
                                        change.kind().name(),
                                        "accepted on " + change.date() + ": " + change.reason(),
                                        "",
                                        "")),
                        told.stream().map(change -> row("tell", change)))
                .flatMap(rows -> rows)
                .toList();
    }

    private static List<String> row(String verdict, GateFinding finding) {
        return Stream.concat(Stream.of(verdict), finding.row().stream()).toList();
    }

    private static String verdict(GateFinding finding) {
        if (finding.kind().equals(Kind.EXCEPTION_IDLE.name())) {
            return IDLE;
        }
        return finding.kind().startsWith("FILE_") || finding.kind().startsWith("LIST_") ? HISTORY : BREAKS;
    }

    private String title() {
        var lines = new ArrayList<String>();
        add(
                lines,
                count(BREAKS),
                "Changes that break what was released: %d. Mend them, or accept one by name in accepted-changes.json");
        add(lines, count(HISTORY), "Released versions that are not as they were released: %d. Bring them back");
        add(lines, count(IDLE), "Accepted changes that excuse nothing: %d. Take them out of accepted-changes.json");
        var known = accepted.isEmpty()
                ? ""
                : ", %d accepted: %s"
                        .formatted(
                                accepted.size(),
                                accepted.stream()
                                        .map(change -> "%s %s %s"
                                                .formatted(
                                                        Contracts.simple(change.event()),
                                                        change.kind(),
                                                        change.pointer())
                                                .strip())
                                        .collect(Collectors.joining("; ")));
        lines.add(
                (isOpen() ? "Events that can be read as they were released: " : "Events compared: ") + events + known);
        add(lines, told.size(), "Changes that readers of the last release have to be told before: %d");
        add(lines, descriptions, "Descriptions changed: %d; read them: ./fairlead schemas diff");
        return String.join(System.lineSeparator(), lines);
    }

    private long count(String verdict) {
        return findings.stream()
                .filter(finding -> verdict(finding).equals(verdict))
                .count();
    }

    private static void add(List<String> lines, long count, String line) {
        if (count > 0) {
            lines.add(line.formatted(count));
        }
    }
}
