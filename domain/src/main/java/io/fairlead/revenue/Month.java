package io.fairlead.revenue;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A calendar month as a period of the books.
 *
 * @param from first day
 * @param to first day after it
 */
public record Month(LocalDate from, LocalDate to) {

    private static final Pattern NAME = Pattern.compile("\\d{4}-\\d{2}");

    /** The month of a name such as 2026-03; empty for any other name. */
    public static Optional<Month> named(String period) {
        if (!NAME.matcher(period).matches()) {
            return Optional.empty();
        }
        try {
            var month = YearMonth.parse(period);
            return Optional.of(new Month(month.atDay(1), month.plusMonths(1).atDay(1)));
        } catch (DateTimeException noMonth) {
            return Optional.empty();
        }
    }
}
