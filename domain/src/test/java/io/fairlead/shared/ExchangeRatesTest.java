package io.fairlead.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R13: which published rate holds. */
class ExchangeRatesTest {

    private static final ExchangeRates.Row JANUARY = row("EUR", "USD", "1.1", 1, 20);
    private static final ExchangeRates.Row TENTH = row("USD", "EUR", "0.9", 10, 15);
    private static final ExchangeRates.Row FRANCS = row("EUR", "CHF", "0.95", 1, null);
    private static final ExchangeRates RATES = new ExchangeRates(List.of(TENTH, JANUARY, FRANCS));

    @ParameterizedTest
    @CsvSource({
        "1, 1.1", "9, 1.1", "10, 0.9", // The latest first day wins,
        "14, 0.9", "15, 1.1", // up to the day before its end.
        "19, 1.1"
    })
    void the_latest_first_day_wins_whichever_way_it_is_published(int day, BigDecimal rate) {
        assertThat(RATES.on("EUR", "USD", january(day))).map(ExchangeRate::rate).contains(rate);
        assertThat(RATES.on("USD", "EUR", january(day))).map(ExchangeRate::rate).contains(rate);
    }

    @ParameterizedTest
    @CsvSource({"EUR, USD, 20", "EUR, USD, 0", "USD, CHF, 5", "EUR, EUR, 5"})
    void a_missing_rate_is_none_and_never_one(String one, String other, int day) {
        assertThat(RATES.on(one, other, LocalDate.of(2025, 12, 31).plusDays(day)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"EUR, USD, 1.1", "USD, EUR, 0.8"})
    void of_two_that_begin_together_the_one_that_is_asked_that_way_round_wins(
            String one, String other, BigDecimal rate) {
        var both = new ExchangeRates(List.of(JANUARY, row("USD", "EUR", "0.8", 1, null)));

        assertThat(both.on(one, other, january(5))).map(ExchangeRate::rate).contains(rate);
    }

    @Test
    void an_open_row_holds_for_ever() {
        assertThat(RATES.on("CHF", "EUR", january(1).plusYears(9))).contains(FRANCS.rate());
        assertThat(ExchangeRates.NONE.on("CHF", "EUR", january(1))).isEmpty();
    }

    private static ExchangeRates.Row row(String base, String quote, String rate, int from, @Nullable Integer to) {
        return new ExchangeRates.Row(
                new ExchangeRate(base, quote, new BigDecimal(rate), january(from), "ECB"),
                to == null ? null : january(to));
    }

    private static LocalDate january(int day) {
        return LocalDate.of(2026, 1, day);
    }
}
