package io.fairlead.gateway.timesheet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** In which order a file writes day, month and year; one for a whole file, never guessed row by row. */
public enum DateOrder {
    YMD("(?<y>\\d{4})([-/.])(?<m>\\d{1,2})\\2(?<d>\\d{1,2})\\.?"),
    DMY("(?<d>\\d{1,2})([-/.])(?<m>\\d{1,2})\\2(?<y>\\d{4})"),
    MDY("(?<m>\\d{1,2})([-/.])(?<d>\\d{1,2})\\2(?<y>\\d{4})");

    private static final int YEAR_FIRST = 2000;
    private static final int YEAR_LAST = 2099;

    private final Pattern shape;

    DateOrder(String shape) {
        this.shape = Pattern.compile(shape);
    }

    /** The day the text names in this order; empty where it names none between 2000 and 2099. */
    public Optional<LocalDate> parse(String text) {
        var parts = shape.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var year = Integer.parseInt(parts.group("y"));
        if (year < YEAR_FIRST || year > YEAR_LAST) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDate.of(year, Integer.parseInt(parts.group("m")), Integer.parseInt(parts.group("d"))));
        } catch (DateTimeException notInTheCalendar) {
            return Optional.empty();
        }
    }
}
