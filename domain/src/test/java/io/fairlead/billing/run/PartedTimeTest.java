package io.fairlead.billing.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.shared.Rate;
import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An entry of which a limit grants a part after the other, at 100.00 an hour. */
class PartedTimeTest {

    @ParameterizedTest
    @CsvSource({
        "3600, 100.00, 33.33, 1199",
        "3600, 100.00, 100.00, 3600",
        "3600, 100.00, 120.00, 3600",
        "3600, 100.00, 0.01, 0",
        // Not at its price: in proportion.
        "3600, 10.00, 5.00, 1800",
        "3600, 0.00, 5.00, 3600",
        // At its price as long as its time is at most two seconds off.
        "3602, 100.00, 50.00, 1802",
        "3603, 100.00, 50.00, 1801",
    })
    void a_part_has_the_seconds_that_its_rest_can_spare(int seconds, String ready, String part, int expected) {
        assertThat(work(seconds, new BigDecimal(ready)).secondsOf(new BigDecimal(part)))
                .isEqualTo(expected);
    }

    @Test
    void what_is_worth_something_without_a_price_is_parted_in_proportion() {
        var free = WorkExample.of("time-entry:e").priced("0").seconds(3_600).ready("10.00");

        assertThat(free.source().secondsOf(new BigDecimal("2.50"))).isEqualTo(900);
    }

    /** Rounded down each time, the rest had a second too much after a few parts and was repriced. */
    @ParameterizedTest
    @ValueSource(strings = {"0.97", "1.69", "13.37"})
    void however_often_it_is_parted_the_rest_stays_at_its_price(String part) {
        var rate = Rate.hourly(new BigDecimal("100"), "EUR");
        int seconds = 3_600;
        var ready = new BigDecimal("100.00");
        var granted = new BigDecimal(part);
        while (ready.compareTo(granted) > 0) {
            seconds -= work(seconds, ready).secondsOf(granted);
            ready = ready.subtract(granted);
            assertThat(rate.isPriceOf(seconds, Money.of(CurrencyUnit.EUR, ready)))
                    .as("%s s for %s", seconds, ready)
                    .isTrue();
        }
    }

    private static BillableSource work(int seconds, BigDecimal ready) {
        return WorkExample.of("time-entry:e")
                .seconds(seconds)
                .ready(ready.toPlainString())
                .source();
    }
}
