package io.fairlead.schema;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An interval of numbers or of days, as the property {@code range} tells it: "[0,1]", "(0,)", "[1970-01-01,2199-12-31]". A
 * square bracket includes its end, a round one does not; an end that is left out is open.
 *
 * @param ofDays whether it speaks of days; the ends are then days since 1970-01-01
 * @param low null means open
 * @param withLow whether low itself belongs to it
 * @param high null means open
 * @param withHigh whether high itself belongs to it
 */
public record Range(
        boolean ofDays, @Nullable BigDecimal low, boolean withLow, @Nullable BigDecimal high, boolean withHigh) {

    private static final String END = "(-?\\d+(?:\\.\\d+)?|\\d{4}-\\d{2}-\\d{2})?";
    private static final Pattern INTERVAL = Pattern.compile("([\\[(])" + END + "," + END + "([])])");

    /** @throws IllegalArgumentException when nothing lies in it, or an open end is included */
    public Range {
        if (low == null && withLow || high == null && withHigh) {
            throw new IllegalArgumentException("an end that is left out takes a round bracket");
        }
        if (low != null && high != null && isEmpty(ofDays, low, withLow, high, withHigh)) {
            throw new IllegalArgumentException("nothing lies in it; put the lesser end first");
        }
    }

    private static boolean isEmpty(boolean ofDays, BigDecimal low, boolean withLow, BigDecimal high, boolean withHigh) {
        if (ofDays) {
            var first = withLow ? low : low.add(BigDecimal.ONE);
            var last = withHigh ? high : high.subtract(BigDecimal.ONE);
            return first.compareTo(last) > 0;
        }
        int order = low.compareTo(high);
        return order > 0 || order == 0 && !(withLow && withHigh);
    }

    /**
     * Reads the interval notation, without blanks.
     *
     * @throws IllegalArgumentException when the text is no interval, or nothing lies in it
     */
    public static Range parse(String text) {
        var read = INTERVAL.matcher(text);
        if (!read.matches()) {
            throw new IllegalArgumentException(
                    "range '" + text + "' is no interval; write one like [0,1], (0,) or [1970-01-01,2199-12-31]");
        }
        var low = read.group(2);
        var high = read.group(3);
        boolean ofDays = isDay(low) || isDay(high);
        if (ofDays && (low != null && !isDay(low) || high != null && !isDay(high))) {
            throw new IllegalArgumentException("range '" + text + "' mixes a day and a number; use one of them");
        }
        try {
            return new Range(ofDays, end(low), text.startsWith("["), end(high), text.endsWith("]"));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException("range '" + text + "': " + e.getMessage(), e);
        }
    }

    private static boolean isDay(@Nullable String end) {
        return end != null && end.indexOf('-', 1) > 0;
    }

    private static @Nullable BigDecimal end(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return isDay(text) ? BigDecimal.valueOf(LocalDate.parse(text).toEpochDay()) : new BigDecimal(text);
    }

    /**
     * Whether a value lies in it: whole numbers and decimals for a range of numbers; a day, or an instant by its day in
     * UTC, for a range of days. Anything else does not.
     */
    public boolean contains(@Nullable Object value) {
        var place = ofDays ? dayOf(value) : numberOf(value);
        return place != null && isAboveLow(place) && isBelowHigh(place);
    }

    private boolean isAboveLow(BigDecimal place) {
        if (low == null) {
            return true;
        }
        int order = place.compareTo(low);
        return order > 0 || order == 0 && withLow;
    }

    private boolean isBelowHigh(BigDecimal place) {
        if (high == null) {
            return true;
        }
        int order = place.compareTo(high);
        return order < 0 || order == 0 && withHigh;
    }

    private static @Nullable BigDecimal dayOf(@Nullable Object value) {
        return switch (value) {
            case LocalDate day -> BigDecimal.valueOf(day.toEpochDay());
            case Instant instant ->
                BigDecimal.valueOf(LocalDate.ofInstant(instant, ZoneOffset.UTC).toEpochDay());
            case null, default -> null;
        };
    }

    private static @Nullable BigDecimal numberOf(@Nullable Object value) {
        return switch (value) {
            case BigDecimal number -> number;
            case Integer number -> BigDecimal.valueOf(number);
            case Long number -> BigDecimal.valueOf(number);
            case null, default -> null;
        };
    }

    /** Whether everything that lies in the other one lies in this one. */
    public boolean covers(Range narrower) {
        return (ofDays == narrower.ofDays || isEverything())
                && coversLow(narrower.low, narrower.withLow)
                && coversHigh(narrower.high, narrower.withHigh);
    }

    private boolean isEverything() {
        return low == null && high == null;
    }

    private boolean coversLow(@Nullable BigDecimal other, boolean withOther) {
        if (low == null) {
            return true;
        }
        if (other == null) {
            return false;
        }
        int order = other.compareTo(low);
        return order > 0 || order == 0 && (withLow || !withOther);
    }

    private boolean coversHigh(@Nullable BigDecimal other, boolean withOther) {
        if (high == null) {
            return true;
        }
        if (other == null) {
            return false;
        }
        int order = other.compareTo(high);
        return order < 0 || order == 0 && (withHigh || !withOther);
    }

    /** The interval notation. */
    @Override
    public String toString() {
        return (withLow ? "[" : "(") + told(low) + "," + told(high) + (withHigh ? "]" : ")");
    }

    private String told(@Nullable BigDecimal end) {
        if (end == null) {
            return "";
        }
        return ofDays ? LocalDate.ofEpochDay(end.longValueExact()).toString() : end.toPlainString();
    }
}
