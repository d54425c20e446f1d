package io.fairlead.time;

import io.fairlead.shared.Check;
import io.fairlead.shared.RuleViolated;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Work with a begin, read in the contract's zone (R14): its day, or its parts where the contract splits work at midnight. For
 * whoever records time.
 *
 * @param startAt begin, whole seconds
 * @param seconds worked, 1..86400 (T-01)
 */
public record WorkedSpan(Instant startAt, int seconds) {

    /** All of it belongs to the day on which it began. */
    public static final String START_DATE = "START_DATE";

    /** Each day has its part. */
    public static final String SPLIT_AT_MIDNIGHT = "SPLIT_AT_MIDNIGHT";

    public WorkedSpan {
        startAt = startAt.truncatedTo(ChronoUnit.SECONDS);
        TimeRules.requireWorkedTime(seconds);
    }

    /**
     * A begin by the clock on the wall. A time that it shows twice is the first.
     *
     * @throws RuleViolated T-21 when the clock skips it
     */
    public static Instant begin(LocalDateTime start, ZoneId zone) {
        if (zone.getRules().getValidOffsets(start).isEmpty()) {
            throw new RuleViolated(
                    "T-21", "start", start + " never was: the clock in " + zone + " skips it", "correct the begin");
        }
        return start.atZone(zone).toInstant();
    }

    /**
     * Work between two times of the clock on the wall. Elapsed time counts: on 2026-03-08 in New York, 01:30 to 03:30 is one
     * hour. A time that the clock shows twice is the first; an end that it skips is moved by the gap.
     *
     * @throws RuleViolated T-21 when the clock skips the begin
     */
    public static WorkedSpan between(LocalDateTime start, LocalDateTime end, ZoneId zone) {
        return between(begin(start, zone), end.atZone(zone).toInstant());
    }

    /** Work between two instants. */
    public static WorkedSpan between(Instant start, Instant end) {
        var seconds = Duration.between(start, end).toSeconds();
        if (seconds < 1 || seconds > TimeRules.SECONDS_MAX) {
            throw new RuleViolated(
                    "T-01", "end", seconds + " s from start to end are no worked time of one day", "check both times");
        }
        return new WorkedSpan(start, (int) seconds);
    }

    /** Its part of one day. */
    public record Part(Instant startAt, LocalDate workDate, int seconds) {}

    /** The day on which it began. */
    public LocalDate day(ZoneId zone) {
        return LocalDate.ofInstant(startAt, zone);
    }

    /**
     * One part for START_DATE; for SPLIT_AT_MIDNIGHT one for each day: 23:30 and an hour are 1800 s of this day and 1800 s of the
     * next.
     */
    public List<Part> parts(ZoneId zone, String midnight) {
        Check.oneOf("midnight", midnight, Set.of(START_DATE, SPLIT_AT_MIDNIGHT));
        if (midnight.equals(START_DATE)) {
            return List.of(new Part(startAt, day(zone), seconds));
        }
        var parts = new ArrayList<Part>();
        var begin = startAt;
        var left = seconds;
        while (left > 0) {
            var day = LocalDate.ofInstant(begin, zone);
            var next = day.plusDays(1).atStartOfDay(zone).toInstant();
            var part = (int) Math.min(left, Duration.between(begin, next).toSeconds());
            parts.add(new Part(begin, day, part));
            begin = next;
            left -= part;
        }
        return List.copyOf(parts);
    }
}
