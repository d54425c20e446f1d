package io.fairlead.gateway.timesheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The ways trackers write durations and times of day, read into whole seconds and local times; for {@link
 * RowParser}.
 */
final class WorkedTime {

    static final int SECONDS_MAX = 86_400;

    private static final BigDecimal HOUR = BigDecimal.valueOf(3_600);
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,6}):([0-5]\\d)(?::([0-5]\\d))?");
    private static final Pattern MINUTES = Pattern.compile("(\\d{1,6}):([0-5]\\d) min");
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,6}) sec");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,6}(?:([.,])\\d{1,12})?");
    private static final Pattern TIME_OF_DAY =
            Pattern.compile("(\\d{1,2}):([0-5]\\d)(?::([0-5]\\d))?(?:\\s?([AaPp])\\.?[Mm]\\.?)?");

    private WorkedTime() {}

    /**
     * An exact duration: 01:00:00, 0:13, 18:25 min, 40 sec; or decimal hours with a separator, 0.42. A whole
     * number alone is refused: tools mean hours, minutes or seconds by it.
     */
    static int duration(String column, String text, @Nullable Character decimal) throws CellRefused {
        var clock = CLOCK.matcher(text);
        if (clock.matches()) {
            return limited(column, text, part(clock, 1) * 3_600L + part(clock, 2) * 60L + part(clock, 3));
        }
        var minutes = MINUTES.matcher(text);
        if (minutes.matches()) {
            return limited(column, text, part(minutes, 1) * 60L + part(minutes, 2));
        }
        var seconds = SECONDS.matcher(text);
        if (seconds.matches()) {
            return limited(column, text, part(seconds, 1));
        }
        if (text.matches("\\d+")) {
            throw new CellRefused(
                    column, text, "a whole number may be hours, minutes or seconds", "export durations as h:mm:ss");
        }
        return hours(column, text, decimal);
    }

    /** Decimal hours times 3600, rounded HALF_UP to whole seconds: 1.68 is 6048. */
    static int hours(String column, String text, @Nullable Character decimal) throws CellRefused {
        refuseEmptyOrNegative(column, text);
        var number = DECIMAL.matcher(text);
        if (!number.matches()) {
            throw new CellRefused(
                    column,
                    text,
                    "it is no duration",
                    "write h:mm:ss, h:mm or decimal hours without thousands separators");
        }
        var separator = number.group(1);
        if (separator != null && decimal != null && separator.charAt(0) != decimal) {
            throw new CellRefused(
                    column,
                    text,
                    "its decimal separator is not '" + decimal + "' as in the rest of the file",
                    "correct the cell, or set \"decimal\" in the profile");
        }
        var hours = new BigDecimal(text.replace(',', '.'));
        return limited(
                column,
                text,
                hours.multiply(HOUR).setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    /** The decimal separator of a decimal duration; empty for every other text. */
    static Optional<Character> separatorOf(String text) {
        var number = DECIMAL.matcher(text);
        return number.matches() ? Optional.ofNullable(number.group(1)).map(found -> found.charAt(0)) : Optional.empty();
    }

    /** 9:05, 09:05:30, 12:05 PM, 09:00:00 am; empty for an empty text. */
    static Optional<LocalTime> timeOfDay(String column, String text) throws CellRefused {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var time = TIME_OF_DAY.matcher(text);
        if (time.matches()) {
            var half = time.group(4);
            var hour = part(time, 1);
            var fits = half == null ? hour <= 23 : hour >= 1 && hour <= 12;
            if (fits) {
                var of24 = half == null ? hour : hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
                return Optional.of(LocalTime.of(of24, part(time, 2), part(time, 3)));
            }
        }
        throw new CellRefused(column, text, "it is no time of day", "write 14:30, 14:30:00 or 02:30 PM");
    }

    private static void refuseEmptyOrNegative(String column, String text) throws CellRefused {
        if (text.isEmpty()) {
            throw new CellRefused(
                    column, text, "it has no duration; the timer may still run", "stop the timer and export again");
        }
        if (text.startsWith("-")) {
            throw new CellRefused(
                    column,
                    text,
                    "the duration is negative or still running",
                    "stop or correct the entry and export again");
        }
    }

    private static int limited(String column, String text, long seconds) throws CellRefused {
        if (seconds == 0) {
            throw new CellRefused(column, text, "no time was worked", "give at least one second or leave the row out");
        }
        if (seconds > SECONDS_MAX) {
            throw new CellRefused(column, text, "it is more than 24 hours", "split the entry by day and export again");
        }
        return (int) seconds;
    }

    private static int part(Matcher matcher, int group) {
        var text = matcher.group(group);
        return text == null ? 0 : Integer.parseInt(text);
    }
}
