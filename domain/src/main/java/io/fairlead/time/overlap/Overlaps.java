package io.fairlead.time.overlap;

import io.fairlead.shared.RuleViolated;
import io.fairlead.time.TimeRules;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Which entries of one person are worked at the same time, or make more than a day; rule T-20. */
public final class Overlaps {

    /** Of two that meet the later one is told; what has no begin counts from the begin of time. */
    private static final Comparator<Span> ORDER = Comparator.comparing(Span::workDate)
            .thenComparing(span -> span.startAt() == null ? Instant.MIN : span.startAt())
            .thenComparing(Span::timeEntryId);

    private Overlaps() {}

    /**
     * What is found about one entry.
     *
     * @param others the entries before it that it meets; all of its day when that is too long and it is the last one
     * @param daySeconds of all work of its day
     */
    public record Found(List<String> others, int daySeconds) {

        public static final Found NOTHING = new Found(List.of(), 0);

        public Found {
            others = List.copyOf(others);
        }

        public boolean isNothing() {
            return others.isEmpty();
        }
    }

    /** What is found about an entry among all work of the person around its day, itself among it or not. */
    public static Found of(Span entry, List<Span> around) {
        var others = around.stream()
                .filter(other -> !other.timeEntryId().equals(entry.timeEntryId()) && other.seconds() > 0)
                .toList();
        var ofDay = others.stream()
                .filter(other -> other.workDate().equals(entry.workDate()))
                .toList();
        int day = entry.seconds() + ofDay.stream().mapToInt(Span::seconds).sum();
        boolean tooLong =
                day > TimeRules.SECONDS_MAX && ofDay.stream().allMatch(other -> ORDER.compare(other, entry) < 0);
        var met = others.stream()
                .filter(other ->
                        (tooLong && ofDay.contains(other)) || (other.meets(entry) && ORDER.compare(other, entry) < 0))
                .sorted(ORDER)
                .map(Span::timeEntryId)
                .toList();
        return entry.seconds() == 0 || met.isEmpty() ? Found.NOTHING : new Found(met, day);
    }

    /**
     * New work meets nothing, whichever of both is later.
     *
     * @throws RuleViolated T-20
     */
    public static void requireNone(Span entry, List<Span> around) {
        var others = around.stream()
                .filter(other -> !other.timeEntryId().equals(entry.timeEntryId()) && other.seconds() > 0)
                .toList();
        var met = others.stream().filter(entry::meets).map(Span::timeEntryId).toList();
        if (!met.isEmpty()) {
            throw new RuleViolated(
                    "T-20",
                    "start",
                    "the person has other work at that time: " + String.join(", ", met),
                    "correct the begin or the other entry");
        }
        int day = entry.seconds()
                + others.stream()
                        .filter(other -> other.workDate().equals(entry.workDate()))
                        .mapToInt(Span::seconds)
                        .sum();
        if (day > TimeRules.SECONDS_MAX) {
            throw new RuleViolated(
                    "T-20",
                    "seconds",
                    "with it the person works " + day + " s on " + entry.workDate(),
                    "correct it, or the other entries of the day");
        }
    }
}
