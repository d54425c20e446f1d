package io.fairlead.app.lookup;

import io.fairlead.projection.db.tables.records.ExchangeRateRecord;
import io.fairlead.shared.ExchangeRate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Exchange rates in memory, for pricing; the same rule as the query's: the latest first day wins, published either way round. */
final class ExchangeTable {

    private final Map<String, List<ExchangeRateRecord>> byPair = new HashMap<>();

    ExchangeTable(List<ExchangeRateRecord> rows) {
        rows.forEach(row -> byPair.computeIfAbsent(pair(row.getBase(), row.getQuote()), _ -> new ArrayList<>())
                .add(row));
    }

    /** The rate between two currencies that holds on the day. */
    Optional<ExchangeRate> on(String one, String other, LocalDate day) {
        return byPair.getOrDefault(pair(one, other), List.of()).stream()
                .filter(row ->
                        !row.getFromDate().isAfter(day) && (row.getToDate() == null || day.isBefore(row.getToDate())))
                .max(Comparator.comparing(ExchangeRateRecord::getFromDate)
                        .thenComparing(row -> row.getBase().equals(one)))
                .map(row -> new ExchangeRate(
                        row.getBase(), row.getQuote(), row.getRate(), row.getFromDate(), row.getSource()));
    }

    private static String pair(String one, String other) {
        return one.compareTo(other) < 0 ? one + other : other + one;
    }
}
