package io.fairlead.shared;

import static io.fairlead.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTest {

    @ParameterizedTest
    @CsvSource({
        "1200, 133.33, EUR, 44.44", // A third of an hour (case 10); 0.33 h would give 44.00.
        "28800, 140, EUR, 1120.00",
        "28800, 165, EUR, 1320.00",
        "28800, 0, EUR, 0.00",
        "3600, 0.0049, EUR, 0.00",
        "3600, 0.005, EUR, 0.01", // x.xx5 goes up.
        "3600, 1.0049, EUR, 1.00",
        "3600, 1.005, EUR, 1.01",
        "1, 18, EUR, 0.01",
        "1, 17.9999, EUR, 0.00",
        "1800, 15001, JPY, 7501", // No digits at all.
        "1800, 15000.9999, JPY, 7500",
        "1, 1.8, KWD, 0.001", // Three digits.
        "1, 1.7999, KWD, 0.000",
        "1200, 133.3333, KWD, 44.444",
        "86400, 99999999.9999, EUR, 2400000000.00"
    })
    void seconds_times_rate_is_rounded_once_half_up_to_the_currencys_digits(
            int seconds, BigDecimal rate, String currency, String amount) {
        assertThat(Rate.hourly(rate, currency).times(seconds)).isEqualTo(Money.parse(currency + " " + amount));
    }

    @Test
    void three_thirds_of_an_hour_stay_a_cent_below_the_hour_when_each_is_rounded() {
        var third = Rate.hourly(new BigDecimal("133.33"), "EUR").times(1_200);

        assertThat(third.multipliedBy(3)).isEqualTo(Money.parse("EUR 133.32"));
    }

    @Test
    void a_day_is_as_many_seconds_as_the_unit_says() {
        var daily = new Rate(new BigDecimal("1000"), CurrencyUnit.EUR, 28_800);

        assertThat(daily.times(14_400)).isEqualTo(Money.parse("EUR 500.00"));
    }

    /** At 100.00 a second is 0.03: with two cents for rounding 0.05 may be off. */
    @ParameterizedTest
    @CsvSource({
        "3600, 100.00, true",
        "3600, 100.05, true",
        "3600, 100.06, false",
        "3600, 99.95, true",
        "3600, 99.94, false",
        "0, 500.00, true" // Money alone has any price.
    })
    void time_has_a_price_up_to_a_second_and_two_cents(int seconds, String amount, boolean hasPrice) {
        var rate = Rate.hourly(new BigDecimal("100"), "EUR");

        assertThat(rate.isPriceOf(seconds, Money.parse("EUR " + amount))).isEqualTo(hasPrice);
    }

    @Test
    void rates_below_zero_and_units_beyond_a_day_are_refused() {
        assertRefused("G-02", "rate", () -> Rate.hourly(new BigDecimal("-0.0001"), "EUR"));
        assertRefused("G-02", "rate", () -> Rate.hourly(new BigDecimal("0.00001"), "EUR"));
        assertRefused("G-02", "secondsPerUnit", () -> new Rate(BigDecimal.ONE, CurrencyUnit.EUR, 0));
        assertRefused("G-02", "secondsPerUnit", () -> new Rate(BigDecimal.ONE, CurrencyUnit.EUR, 86_401));
    }
}
