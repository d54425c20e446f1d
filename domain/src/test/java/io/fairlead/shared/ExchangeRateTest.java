package io.fairlead.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Case 13 of the worked cases: both ways, rounded once (R13). */
class ExchangeRateTest {

    @ParameterizedTest
    @CsvSource({
        "1.10, EUR 1000.00, USD 1100.00",
        "1.12, USD 1100.00, EUR 982.14",
        "1.15, USD 1100.00, EUR 956.52",
        "1.12, USD 0.00, EUR 0.00",
        "1.12, USD -1100.00, EUR -982.14"
    })
    void an_amount_is_multiplied_one_way_and_divided_the_other(BigDecimal rate, String amount, String converted) {
        assertThat(dollars(rate).convert(Money.parse(amount))).isEqualTo(Money.parse(converted));
    }

    @Test
    void the_digits_are_those_of_the_other_currency() {
        var yen = new ExchangeRate("EUR", "JPY", new BigDecimal("160.525"), LocalDate.EPOCH, "ECB");

        assertThat(yen.convert(Money.parse("EUR 10.00"))).isEqualTo(Money.parse("JPY 1605"));
        assertThat(yen.convert(Money.parse("JPY 1605"))).isEqualTo(Money.parse("EUR 10.00"));
    }

    @Test
    void a_third_currency_and_no_rate_are_refused() {
        assertThatThrownBy(() -> dollars(BigDecimal.ONE).convert(Money.parse("GBP 1.00")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> dollars(BigDecimal.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void it_is_kept_in_events_as_it_was_used() {
        var rate = dollars(new BigDecimal("1.1000000000"));

        assertThat(ExchangeRate.of(rate.asEvent())).isEqualTo(rate);
    }

    @ParameterizedTest
    @CsvSource({"100, 36000, 1100.00", "95.55, 27000, 788.29", "133.33, 1200, 48.89"})
    void worked_time_is_multiplied_converted_and_rounded_once(BigDecimal perHour, int seconds, BigDecimal amount) {
        var rate = Rate.hourly(perHour, "EUR").with(dollars(new BigDecimal("1.1")));

        assertThat(rate.times(seconds)).isEqualTo(Money.parse("USD " + amount));
    }

    @Test
    void the_printed_price_is_in_the_contracts_currency() {
        assertThat(Rate.hourly(new BigDecimal("100"), "EUR")
                        .with(dollars(new BigDecimal("1.0873")))
                        .printed())
                .isEqualByComparingTo("108.7300");
        assertThat(Rate.hourly(new BigDecimal("100"), "USD")
                        .with(dollars(new BigDecimal("1.12")))
                        .printed())
                .isEqualByComparingTo("89.2857");
    }

    private static ExchangeRate dollars(BigDecimal rate) {
        return new ExchangeRate("EUR", "USD", rate, LocalDate.of(2026, 3, 10), "ECB");
    }
}
