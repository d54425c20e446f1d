package io.fairlead.faults;

import io.fairlead.faults.Violations.Kind;
import java.util.HashSet;
import java.util.List;

/** Holds what a tail reader saw, in the order it saw it, against the log. */
final class ReaderCheck {

    /**
     * One event as a reader saw it.
     *
     * @param position in the log
     * @param eventId its id
     */
    record Seen(long position, String eventId) {}

    private ReaderCheck() {}

    static void check(String reader, List<Seen> seen, List<Stored> log, Violations violations) {
        var last = 0L;
        var once = new HashSet<String>();
        for (var event : seen) {
            if (!once.add(event.eventId())) {
                violations.add(Kind.DOUBLED, "%s saw %s twice".formatted(reader, event));
            } else if (event.position() <= last) {
                violations.add(Kind.OUT_OF_ORDER, "%s saw %s after position %d".formatted(reader, event, last));
            }
            last = Math.max(last, event.position());
        }
        for (var event : log) {
            if (!once.remove(event.eventId())) {
                violations.add(Kind.LOST, "%s never saw position %d".formatted(reader, event.position()));
            }
        }
        violations.add(
                Kind.DOUBLED, once.size(), "%s saw %d events that are not stored".formatted(reader, once.size()));
    }
}
