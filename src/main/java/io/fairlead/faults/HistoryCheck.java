package io.fairlead.faults;

import io.fairlead.faults.Claim.Fate;
import io.fairlead.faults.Violations.Kind;
import io.fairlead.store.Appended;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Holds what the store has against what its clients were told. */
final class HistoryCheck {

    private final List<Stored> log;
    private final Map<String, Appended> commands;
    private final Violations violations;

    /**
     * A check of one history.
     *
     * @param log every event, by position
     * @param commands every command's row, by key
     */
    HistoryCheck(List<Stored> log, Map<String, Appended> commands, Violations violations) {
        this.log = log;
        this.commands = commands;
        this.violations = violations;
    }

    void check(List<Claim> claims) {
        log();
        var byKey = new HashMap<String, List<Long>>();
        log.forEach(event ->
                byKey.computeIfAbsent(event.key(), _ -> new ArrayList<>(2)).add(event.position()));
        var known = new HashSet<String>();
        var lastOf = new HashMap<Integer, Claim>();
        for (var claim : claims) {
            known.add(claim.key());
            claim(claim, byKey.getOrDefault(claim.key(), List.of()));
            if (claim.fate() == Fate.ACKNOWLEDGED && claim.first() > 0) {
                var before = lastOf.put(claim.client(), claim);
                if (before != null && before.last() >= claim.first()) {
                    violations.add(
                            Kind.OUT_OF_ORDER,
                            "%s at %d was sent after %s at %d was acknowledged"
                                    .formatted(claim.key(), claim.first(), before.key(), before.last()));
                }
            }
        }
        byKey.keySet().stream()
                .filter(key -> !known.contains(key))
                .forEach(key -> violations.add(Kind.DOUBLED, key + " is stored and was never sent"));
    }

    private void log() {
        var position = 0L;
        var sequences = new HashMap<String, Long>();
        var ids = new HashSet<String>();
        for (var event : log) {
            if (event.position() <= position) {
                violations.add(Kind.OUT_OF_ORDER, "position " + event.position() + " follows " + position);
            } else {
                violations.add(
                        Kind.HOLES,
                        event.position() - position - 1,
                        "nothing at position " + (position + 1) + ", the next is " + event.position());
            }
            position = event.position();
            if (!ids.add(event.eventId())) {
                violations.add(Kind.DOUBLED, "event " + event.eventId() + " is there twice, again at " + position);
            }
            var expected = sequences.getOrDefault(event.stream(), -1L) + 1;
            if (event.sequence() < expected) {
                violations.add(
                        Kind.OUT_OF_ORDER,
                        "%s has sequence %d at %d, after %d"
                                .formatted(event.stream(), event.sequence(), position, expected - 1));
            } else {
                violations.add(
                        Kind.HOLES,
                        event.sequence() - expected,
                        "%s lacks sequence %d before %d".formatted(event.stream(), expected, position));
            }
            sequences.put(event.stream(), Math.max(expected, event.sequence()));
        }
    }

    private void claim(Claim claim, List<Long> positions) {
        var row = commands.get(claim.key());
        var inRow = row == null || row.firstPosition() == 0 ? 0 : row.lastPosition() - row.firstPosition() + 1;
        switch (claim.fate()) {
            case ACKNOWLEDGED -> {
                if (row == null) {
                    violations.add(Kind.LOST, claim.key() + " was acknowledged and is not stored");
                } else if (row.firstPosition() != claim.first() || row.lastPosition() != claim.last()) {
                    violations.add(
                            Kind.LOST,
                            "%s was acknowledged at %d..%d and stands at %d..%d"
                                    .formatted(
                                            claim.key(),
                                            claim.first(),
                                            claim.last(),
                                            row.firstPosition(),
                                            row.lastPosition()));
                }
            }
            case REFUSED -> {
                if (row != null || !positions.isEmpty()) {
                    violations.add(Kind.DOUBLED, claim.key() + " was refused and is stored");
                }
            }
            case UNKNOWN -> {} // Not at all or once; the comparison of row and events below sees anything else.
        }
        if (positions.size() > inRow && row != null) {
            violations.add(
                    Kind.DOUBLED,
                    positions.size() - inRow,
                    "%s has %d events, its row names %d".formatted(claim.key(), positions.size(), inRow));
        } else if (positions.size() < inRow) {
            violations.add(
                    claim.fate() == Fate.ACKNOWLEDGED ? Kind.LOST : Kind.HALF_WRITTEN,
                    inRow - positions.size(),
                    "%s has %d events, its row names %d".formatted(claim.key(), positions.size(), inRow));
        } else if (row == null && !positions.isEmpty() && claim.fate() == Fate.UNKNOWN) {
            violations.add(Kind.HALF_WRITTEN, claim.key() + " has events and no row");
        } else if (row != null && !positions.stream().allMatch(at -> isIn(row, at))) {
            violations.add(Kind.HALF_WRITTEN, claim.key() + " has events outside of its row's positions");
        }
    }

    private static boolean isIn(Appended row, long position) {
        return row.firstPosition() <= position && position <= row.lastPosition();
    }
}
