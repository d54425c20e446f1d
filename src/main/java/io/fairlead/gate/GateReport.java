package io.fairlead.gate;

import io.fairlead.cli.Table;
import io.fairlead.schema.AcceptedChanges;
import io.fairlead.schema.ContractGate;
import io.fairlead.schema.ReleasedContracts;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the gate says of contracts, in the words that the command prints and the build fails with.
 *
 * @param events that were compared
 * @param findings what is in the way of a release, none when the gate is open
 */
public record GateReport(int events, List<GateFinding> findings) {

    private static final List<String> HEADINGS = List.of("event", "pointer", "kind", "reason", "remedy", "read by");

    public GateReport {
        findings = List.copyOf(findings);
    }

    /** Of a checkout as it stands. */
    public static GateReport of(SourceTree checkout) {
        return of(checkout.released(), checkout.worktree(), checkout.accepted(), FieldReaders::ofHouse);
    }

    /**
     * Of contracts beside what was released.
     *
     * @param readers asked for once there is a finding, since finding out costs a second
     */
    public static GateReport of(
            ReleasedContracts released, Contracts now, AcceptedChanges accepted, Supplier<FieldReaders> readers) {
        var changes = ContractGate.findings(released, now.events().values(), accepted);
        if (changes.isEmpty()) {
            return new GateReport(now.events().size(), List.of());
        }
        var known = readers.get();
        var before = Contracts.lastOf(released);
        return new GateReport(
                now.events().size(),
                changes.stream()
                        .map(change -> GateFinding.of(change, before, now, known))
                        .toList());
    }

    public boolean isOpen() {
        return findings.isEmpty();
    }

    /** One row for each finding, and in the title what is the matter. */
    public Table table() {
        return new Table(
                title(), HEADINGS, findings.stream().map(GateFinding::row).toList());
    }

    private String title() {
        return isOpen()
                ? "Events that can be read as they were released: %d".formatted(events)
                : "Changes that break what was released: %d. Mend them, or accept one by name in accepted-changes.json"
                        .formatted(findings.size());
    }
}
