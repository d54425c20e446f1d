package io.fairlead.gate.surface;

import io.fairlead.cli.Table;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands in the way of a release.
 *
 * @param compared how many operations, views and commands the last release has
 * @param findings what is refused
 * @param accepted changes that are excused for a time
 */
public record SurfaceReport(int compared, List<Finding> findings, List<Finding> accepted) {

    private static final List<String> HEADINGS = List.of("verdict", "change", "used by", "remedy");
    private static final String REMEDY =
            "keep it beside the new one, mark it as retiring, and tell its users; or name it in "
                    + SurfaceFiles.EXCEPTIONS;

    /**
     * A change, or an exception of no use.
     *
     * @param verdict breaks, idle, ended or accepted
     * @param change in the words that an exception has to name it by
     * @param usedBy who would notice
     * @param remedy what to do
     */
    public record Finding(String verdict, String change, String usedBy, String remedy) {}

    public SurfaceReport {
        findings = List.copyOf(findings);
        accepted = List.copyOf(accepted);
    }

    /** Of a checkout. */
    static SurfaceReport of(Path contracts, LocalDate today) {
        var files = new SurfaceFiles(contracts);
        return of(files.released(), files.current(), files.clients(), files.exceptions(), today);
    }

    static SurfaceReport of(
            Surface before, Surface after, Clients clients, List<AcceptedBreakage> exceptions, LocalDate today) {
        var findings = new ArrayList<Finding>();
        var accepted = new ArrayList<Finding>();
        var idle = new ArrayList<>(exceptions);
        for (var breakage : SurfaceComparison.breakages(before, after)) {
            var change = breakage.change();
            var users = clients.of(breakage.use());
            var excuse = exceptions.stream()
                    .filter(each -> each.change().equals(change))
                    .findFirst();
            excuse.ifPresent(idle::remove);
            var fault = excuse.map(each -> each.fault(today)).orElse(REMEDY);
            if (fault.isEmpty()) {
                accepted.add(new Finding(
                        "accepted",
                        change,
                        users,
                        "until " + excuse.orElseThrow().until()));
            } else {
                findings.add(
                        new Finding("breaks", change, users, excuse.isEmpty() ? REMEDY : "its exception " + fault));
            }
        }
        idle.forEach(each -> findings.add(
                new Finding("idle", each.change(), "", "excuses nothing: take it out of " + SurfaceFiles.EXCEPTIONS)));
        return new SurfaceReport(before.uses().size(), findings, accepted);
    }

    public boolean isOpen() {
        return findings.isEmpty();
    }

    /** One row for each finding, then for what is accepted. */
    public Table table() {
        var all = new ArrayList<>(findings);
        all.addAll(accepted);
        var title =
                "Held against the last release: %d operations, views and commands; %d refused, %d accepted for a time"
                        .formatted(compared, findings.size(), accepted.size());
        return new Table(
                title,
                HEADINGS,
                all.stream()
                        .map(each -> List.of(each.verdict(), each.change(), each.usedBy(), each.remedy()))
                        .toList());
    }
}
