package io.fairlead.billing.fx;

import static io.fairlead.testing.Cast.MONTH_END;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Refusals.assertRefused;
import static io.fairlead.testing.Refusals.refusal;

import io.fairlead.billing.event.ExchangeRateSet;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetExchangeRateTest {

    private final FixtureConfiguration<ReferenceRates> rates = new AggregateTestFixture<>(ReferenceRates.class);

    @Test
    void a_rate_holds_from_its_day() {
        rates.givenNoPriorActivity().when(set("1.10", WORK_DAY)).expectEvents(rateSet("1.10", WORK_DAY));
    }

    @Test
    void a_later_rate_stands_beside_it() {
        rates.given(rateSet("1.10", WORK_DAY)).when(set("1.12", MONTH_END)).expectEvents(rateSet("1.12", MONTH_END));
    }

    @Test
    void the_same_rate_again_changes_nothing() {
        rates.given(rateSet("1.10", WORK_DAY))
                .when(set("1.1000", WORK_DAY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void another_rate_of_the_same_day_is_refused() {
        rates.given(rateSet("1.10", WORK_DAY))
                .when(set("1.11", WORK_DAY))
                .expectException(refusal("X-06"))
                .expectNoEvents();
    }

    @ParameterizedTest
    @CsvSource({
        "EUR, EUR, 1, quote",
        "EURO, USD, 1, base",
        "EUR, XXX, 1, quote",
        "EUR, USD, 0, rate",
        "EUR, USD, -1, rate",
        "EUR, USD, 1.12345678901, rate",
        "EUR, USD, 1000000000, rate"
    })
    void a_rate_that_none_can_be_is_refused(String base, String quote, String rate, String field) {
        assertRefused(
                "G-02", field, () -> SetExchangeRate.of(base, quote, new BigDecimal(rate), WORK_DAY, null, "ECB"));
    }

    @ParameterizedTest
    @CsvSource({"1.1234567890", "0.0000000001", "999999999.9999999999"})
    void ten_decimals_and_all_below_a_thousand_million_are_taken(String rate) {
        rates.givenNoPriorActivity().when(set(rate, WORK_DAY)).expectEvents(rateSet(rate, WORK_DAY));
    }

    @Test
    void it_ends_after_its_first_day() {
        assertRefused("G-02", "to", () -> SetExchangeRate.of("EUR", "USD", BigDecimal.TWO, WORK_DAY, WORK_DAY, "ECB"));
    }

    private static SetExchangeRate set(String rate, LocalDate from) {
        return SetExchangeRate.of("EUR", "USD", new BigDecimal(rate), from, null, "ECB");
    }

    private static ExchangeRateSet rateSet(String rate, LocalDate from) {
        return ExchangeRateSet.newBuilder()
                .setReferenceRatesId("reference-rates:EUR-USD")
                .setBase("EUR")
                .setQuote("USD")
                .setRate(new BigDecimal(rate).setScale(10))
                .setFrom(from)
                .setSource("ECB")
                .build();
    }
}
