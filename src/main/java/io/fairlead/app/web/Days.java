package io.fairlead.app.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Days and instants of requests: ISO 8601, from 1970 to 2199, as the store can hold them and nobody means others. */
final class Days {

    static final String RANGE = "is out of range";
    static final String REMEDY = "use a day from 1970-01-01 to 2199-12-31";

    private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    /**
     * A day.
     *
     * @throws DateTimeException when it is none
     * @throws Refused 422 when it is out of range
     */
    static LocalDate parse(String text) {
        var day = LocalDate.parse(text);
        requireInRange(day);
        return day;
    }

    /** An instant, in the same way. */
    static Instant instant(String text) {
        var instant = Instant.parse(text);
        if (instant.isBefore(FIRST.atStartOfDay().toInstant(ZoneOffset.UTC))
                || !instant.isBefore(LAST.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC))) {
            throw outOfRange(null);
        }
        return instant;
    }

    private static void requireInRange(LocalDate day) {
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            throw outOfRange(null);
        }
    }

    /** As the domain tells it of the days that it checks. */
    static Refused outOfRange(@Nullable String field) {
        return new Refused(new Refusal(
                422, "G-02", field, (field == null ? "the day" : field) + " is missing or out of range", REMEDY));
    }

    private Days() {}
}
