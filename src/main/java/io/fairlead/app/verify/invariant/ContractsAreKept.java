package io.fairlead.app.verify.invariant;

import io.fairlead.app.schemas.ContractReport;
import java.util.function.Supplier;

/** I11: every stored event keeps its contract of today. */
public final class ContractsAreKept implements Invariant {

    private final Supplier<ContractReport> report;

    /** @param report of the whole log */
    public ContractsAreKept(Supplier<ContractReport> report) {
        this.report = report;
    }

    @Override
    public String id() {
        return "I11";
    }

    @Override
    public String sentence() {
        return "every event can be read and keeps its contract: codes, ranges, references, units";
    }

    @Override
    public Finding check() {
        var tally = new Finding.Tally();
        var found = report.get();
        tally.examined(found.examined());
        for (var finding : found.findings()) {
            var what = "%d %s%s: "
                    .formatted(
                            finding.events(), finding.event(), finding.path().isEmpty() ? "" : ", " + finding.path());
            if (finding.excuse() != null) {
                tally.note("%s%s", what, finding.excuse());
            } else {
                var place = finding.first().getFirst();
                tally.differs(
                        finding.events(),
                        "%s%s, first at position %d of %s",
                        what,
                        finding.promised(),
                        place.position(),
                        place.aggregateId());
            }
        }
        return tally.finding();
    }
}
