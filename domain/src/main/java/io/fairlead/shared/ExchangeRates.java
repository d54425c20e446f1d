package io.fairlead.shared;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which published rate holds between two currencies on a day (R13): the latest first day wins, published either way round. For
 * those who price and cost; a missing rate is never 1.
 */
public final class ExchangeRates {

    public static final ExchangeRates NONE = new ExchangeRates(List.of());

    private final Map<String, List<Row>> byPair = new HashMap<>();

    public ExchangeRates(Collection<Row> rows) {
        rows.forEach(
                row -> byPair.computeIfAbsent(pair(row.rate().base(), row.rate().quote()), _ -> new ArrayList<>())
                        .add(row));
    }

    /**
     * A rate as published.
     *
     * @param to first day outside; null means open
     */
    public record Row(ExchangeRate rate, @Nullable LocalDate to) {

        /** Half-open: the first day counts, the end does not. */
        private boolean holdsOn(LocalDate day) {
            return !rate.from().isAfter(day) && (to == null || day.isBefore(to));
        }
    }

    /** The rate between two currencies that holds on the day; of two that begin together the one whose base comes first. */
    public Optional<ExchangeRate> on(String one, String other, LocalDate day) {
        return byPair.getOrDefault(pair(one, other), List.of()).stream()
                .filter(row -> row.holdsOn(day))
                .map(Row::rate)
                .max(Comparator.comparing(ExchangeRate::from)
                        .thenComparing(rate -> rate.base().equals(one)));
    }

    private static String pair(String one, String other) {
        return one.compareTo(other) < 0 ? one + other : other + one;
    }
}
