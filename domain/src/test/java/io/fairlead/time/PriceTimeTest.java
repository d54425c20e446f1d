package io.fairlead.time;

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

import io.fairlead.shared.Rate;
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
