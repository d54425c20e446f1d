package io.fairlead.app.schemas;

import io.fairlead.app.schemas.ContractReport.Finding;
import io.fairlead.app.schemas.ContractReport.Place;
import io.fairlead.app.schemas.ContractReport.Verdict;
import io.fairlead.log.StoredEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one reader counted; as large as there are kinds of findings, however long the log is. Not thread-safe. */
final class ContractTally {

    static final int FIRST_MAX = 5;

    private static final Comparator<Kind> ORDER = Comparator.comparing(Kind::verdict)
            .thenComparing(Kind::event)
            .thenComparing(Kind::path)
            .thenComparing(Kind::rule)
            .thenComparing(Kind::promised)
            .thenComparing(Kind::excuse);

    private final Map<Kind, Places> found = new TreeMap<>(ORDER);
    private long examined;
    private long broken;
    private long excused;
    private long unreadable;

    /** @param excuse empty for none */
    private record Kind(Verdict verdict, String event, String path, String rule, String promised, String excuse) {}

    private static final class Places {

        private final List<Place> first = new ArrayList<>();
        private long events;

        void add(long more, List<Place> places) {
            events += more;
            first.addAll(places);
            first.sort(Comparator.comparingLong(Place::position));
            while (first.size() > FIRST_MAX) {
                first.removeLast();
            }
        }
    }

    void unreadable(StoredEvent event, String reason) {
        examined++;
        unreadable++;
        note(new Kind(Verdict.UNREADABLE, event.type(), "", "", reason, ""), event, null);
    }

    /** @param breaches of one event; a kind of breach that it has several times counts once */
    void checked(StoredEvent event, List<Breach> breaches, KnownBreaches known) {
        examined++;
        if (breaches.isEmpty()) {
            return;
        }
        var kinds = new HashMap<Kind, String>();
        for (var breach : breaches) {
            var excuse = known.of(event, breach).map(KnownBreach::told).orElse("");
            var verdict = excuse.isEmpty() ? Verdict.BROKEN : Verdict.EXCUSED;
            kinds.putIfAbsent(
                    new Kind(verdict, event.type(), breach.path(), breach.rule(), breach.promised(), excuse),
                    breach.found());
        }
        kinds.forEach((kind, value) -> note(kind, event, value));
        if (kinds.keySet().stream().allMatch(kind -> kind.verdict() == Verdict.EXCUSED)) {
            excused++;
        } else {
            broken++;
        }
    }

    private void note(Kind kind, StoredEvent event, @Nullable String value) {
        var places = found.computeIfAbsent(kind, _ -> new Places());
        // A reader goes forward, so what comes later is never among its first.
        places.add(
                1,
                places.first.size() < FIRST_MAX
                        ? List.of(new Place(event.aggregateId(), event.position(), value))
                        : List.of());
    }

    /** Takes over what another reader counted. */
    void add(ContractTally other) {
        examined += other.examined;
        broken += other.broken;
        excused += other.excused;
        unreadable += other.unreadable;
        other.found.forEach(
                (kind, places) -> found.computeIfAbsent(kind, _ -> new Places()).add(places.events, places.first));
    }

    /** @param wanted as it was read, with the last position that there was */
    ContractReport report(ContractVerification.Wanted wanted, double seconds) {
        return new ContractReport(
                wanted.from(),
                wanted.to(),
                wanted.event(),
                examined,
                seconds,
                seconds > 0 ? Math.round(Math.max(0, wanted.to() - wanted.from() + 1) / seconds) : 0,
                broken + unreadable,
                broken,
                excused,
                unreadable,
                found.entrySet().stream()
                        .map(entry -> finding(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static Finding finding(Kind kind, Places places) {
        return new Finding(
                kind.verdict(),
                kind.event(),
                kind.path(),
                kind.rule(),
                places.events,
                List.copyOf(places.first),
                kind.promised(),
                kind.excuse().isEmpty() ? null : kind.excuse());
    }
}
