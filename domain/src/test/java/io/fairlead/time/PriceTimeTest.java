package io.fairlead.time;

import static io.fairlead.testing.Cast.ENTRY;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.testing.Refusals.refusal;
import static io.fairlead.time.TimeExamples.EIGHT_HOURS;
import static io.fairlead.time.TimeExamples.approved;
import static io.fairlead.time.TimeExamples.price;
import static io.fairlead.time.TimeExamples.priced;
import static io.fairlead.time.TimeExamples.recorded;
import static io.fairlead.time.TimeExamples.submitted;
import static io.fairlead.time.TimeExamples.unbilled;

import io.fairlead.contract.RateLevel;
import io.fairlead.shared.BilledTime;
import io.fairlead.shared.ExchangeRate;
import io.fairlead.shared.Rate;
import io.fairlead.shared.TimeRounding;
import io.fairlead.time.event.TimePriced;
import java.math.BigDecimal;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceTimeTest {

    private final FixtureConfiguration<TimeEntry> entry = TimeExamples.entries();

    @ParameterizedTest
    @CsvSource({
        "28800, 150, 1200.00",
        "1200, 133.33, 44.44",
        "28800, 0, 0.00",
        "1, 0.0001, 0.00",
        "1, 18, 0.01", // Half a cent goes up.
        "1, 17.9964, 0.00"
    })
    void the_price_is_rounded_once_to_the_cent(int seconds, String rate, String amount) {
        entry.given(recorded(seconds), submitted(1), approved(1, seconds, WORK_DAY))
                .when(price(1, Rate.hourly(wire(rate), "EUR")))
                .expectEvents(priced(seconds, rate, amount));
    }

    @ParameterizedTest
    @CsvSource({"UP, 1, 900, 33.33", "UP, 901, 1800, 66.67", "NEAREST, 449, 0, 0.00", "NEAREST, 450, 900, 33.33"})
    void the_contracts_rounding_of_time_is_kept_with_the_price(
            TimeRounding.Mode mode, int worked, int billed, String amount) {
        var rounding = BilledTime.by(new TimeRounding(mode, 15, false));
        entry.given(recorded(worked), submitted(1), approved(1, worked, WORK_DAY))
                .when(new PriceTime(
                        ENTRY,
                        1,
                        "rate-card:standard",
                        "r1",
                        RateLevel.ENTITY_STANDARD,
                        Rate.hourly(wire("133.33"), "EUR"),
                        "HOUR",
                        rounding))
                .expectEvents(TimePriced.newBuilder(priced(billed, "133.33", amount))
                        .setWorkedSeconds(worked)
                        .setTimeRounding(mode + " 15 MIN ENTRY")
                        .build());
    }

    @Test
    void a_day_rounded_as_a_whole_keeps_what_its_other_entries_had() {
        var rounding = new BilledTime(new TimeRounding(TimeRounding.Mode.UP, 15, true), 600, 900);
        entry.given(recorded(600), submitted(1), approved(1, 600, WORK_DAY))
                .when(new PriceTime(
                        ENTRY,
                        1,
                        "rate-card:standard",
                        "r1",
                        RateLevel.ENTITY_STANDARD,
                        Rate.hourly(wire("100"), "EUR"),
                        "HOUR",
                        rounding))
                .expectEvents(TimePriced.newBuilder(priced(900, "100", "25.00"))
                        .setWorkedSeconds(600)
                        .setTimeRounding("UP 15 MIN DAY")
                        .setOthersWorkedSeconds(600)
                        .setOthersBilledSeconds(900)
                        .build());
    }

    @Test
    void case_13_a_card_in_another_currency_is_converted_at_the_rate_of_the_work_date() {
        var fx = new ExchangeRate("EUR", "USD", new BigDecimal("1.10"), WORK_DAY, "ECB");
        entry.given(recorded(36_000), submitted(1), approved(1, 36_000, WORK_DAY))
                .when(price(1, Rate.hourly(wire("100"), "EUR").with(fx)))
                .expectEvents(TimePriced.newBuilder(priced(36_000, "100", "1100.00"))
                        .setCurrency("USD")
                        .setRateCurrency("EUR")
                        .setFx(fx.asEvent())
                        .setPrice(wire("110"))
                        .build());
    }

    @Test
    void a_price_once_set_stays() {
        entry.given(unbilled())
                .when(price(1, Rate.hourly(wire("165"), "EUR")))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void time_that_is_not_approved_has_no_price() {
        entry.given(recorded(EIGHT_HOURS), submitted(1))
                .when(price(1))
                .expectException(refusal("T-06"))
                .expectNoEvents();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void only_the_approved_version_has_a_price(int version) {
        entry.given(recorded(EIGHT_HOURS), submitted(1), approved(1, EIGHT_HOURS, WORK_DAY))
                .when(price(version))
                .expectException(refusal("T-06"))
                .expectNoEvents();
    }
}
