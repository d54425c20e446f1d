package io.fairlead.app.operation;

import io.fairlead.app.history.Histories;
import io.fairlead.log.EventLog;
import io.fairlead.log.MetadataKeys;
import io.fairlead.log.StoredEvent;
import io.fairlead.operation.BreakGlassId;
import io.fairlead.operation.api.BreakGlassReports;
import io.fairlead.operation.event.BreakGlassGranted;
import io.fairlead.operation.event.BreakGlassUsed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What was done with roles that were given for some hours, from the log itself. */
public final class BreakGlassLog implements BreakGlassReports {

    private static final int PAGE = 1_000;
    private static final int EVENTS_MAX = 10_000;

    /** What was begun before the end may be recorded after it. */
    private static final Duration AFTERWARDS = Duration.ofMinutes(10);

    private final EventLog log;
    private final Histories histories;

    public BreakGlassLog(EventLog log, Histories histories) {
        this.log = log;
        this.histories = histories;
    }

    @Override
    public List<Report> all(Instant now) {
        var grants = new ArrayList<Report>();
        var opened = histories.opened(BreakGlassId.FIRM.value(), null);
        for (var each : opened) {
            if (each.payload() instanceof BreakGlassGranted grant) {
                var uses = opened.stream()
                        .map(Histories.Opened::payload)
                        .filter(BreakGlassUsed.class::isInstance)
                        .map(BreakGlassUsed.class::cast)
                        .filter(use -> use.getGrantId().equals(grant.getGrantId()))
                        .map(use -> new Use(use.getUsedAt(), use.getRequest(), use.getCorrelationId()))
                        .toList();
                grants.add(report(grant, now, uses, each.event().position()));
            }
        }
        return grants.reversed();
    }

    private Report report(BreakGlassGranted grant, Instant now, List<Use> uses, long position) {
        return new Report(
                grant.getGrantId(),
                grant.getGrantedTo(),
                grant.getRole(),
                grant.getReason(),
                grant.getGrantedBy(),
                grant.getGrantedAt(),
                grant.getEndsAt(),
                now.isBefore(grant.getEndsAt()),
                uses,
                uses.isEmpty() ? List.of() : recorded(grant, uses, position));
    }

    private List<Recorded> recorded(BreakGlassGranted grant, List<Use> uses, long position) {
        var correlations = uses.stream().map(Use::correlationId).collect(Collectors.toSet());
        var last = grant.getEndsAt().plus(AFTERWARDS);
        var found = new ArrayList<Recorded>();
        long at = position;
        for (var page = log.after(at, PAGE); !page.isEmpty(); page = log.after(at, PAGE)) {
            for (var event : page) {
                if (event.recordedAt().isAfter(last) || found.size() >= EVENTS_MAX) {
                    return found;
                }
                if (isOf(event, grant.getGrantedTo(), correlations)) {
                    found.add(new Recorded(
                            event.position(),
                            event.aggregateId(),
                            event.type().substring(event.type().lastIndexOf('.') + 1),
                            event.metadata().getOrDefault(MetadataKeys.CORRELATION_ID, "")));
                }
            }
            at = page.getLast().position();
        }
        return found;
    }

    private static boolean isOf(StoredEvent event, String actor, Set<String> correlations) {
        return actor.equals(event.metadata().get(MetadataKeys.ACTOR))
                && correlations.contains(event.metadata().getOrDefault(MetadataKeys.CORRELATION_ID, ""))
                && !event.aggregateId().equals(BreakGlassId.FIRM.value());
    }
}
