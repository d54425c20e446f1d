package io.fairlead.billing.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.funding.FundCap;
import io.fairlead.funding.FundLimit;
import io.fairlead.party.MergedCustomers;
import io.fairlead.shared.Rate;
import io.fairlead.testing.Cast;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
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

    /** A yen is 108 seconds of this work: what its rest can spare is half a minute more than the cap counts for 41 of them. */
    @Test
    void where_hours_are_capped_a_part_has_no_more_of_them_than_the_cap_counts() {
        var work = WorkExample.of("time-entry:e")
                .currency("JPY")
                .priced("33.3333")
                .seconds(57_383)
                .ready("531");
        var hours = FundLimit.cap(
                1, BigDecimal.TEN, new FundCap(FundCap.Unit.HOURS, FundCap.Per.TERM, false, Cast.WORK_DAY));

        assertThat(work.source().secondsOf(new BigDecimal("41"))).isEqualTo(4_462);
        assertThat(work.limits(hours).source().secondsOf(new BigDecimal("41"))).isEqualTo(4_431);
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

    /** Of 21 h at 150.000 two orders pay 392.600 and 198.365: each for itself, they would leave a second too much each. */
    @Test
    void however_many_orders_pay_for_parts_of_it_at_once_the_rest_stays_at_its_price() {
        var work = WorkExample.of("time-entry:e")
                .currency("KWD")
                .priced("150")
                .seconds(75_647)
                .ready("3151.958");
        var taken = InvoiceGroupingTest.grouped(
                new BillingTerms(Map.of(), Map.of(), Map.of(), Set.of(), MergedCustomers.NONE),
                work.granted("PO-1", "392.600"),
                work.granted("PO-2", "198.365"));

        int seconds = taken.stream()
                .mapToInt(group -> group.sources().getFirst().line().seconds())
                .sum();
        assertThat(seconds).isEqualTo(14_183);
        assertThat(Rate.hourly(new BigDecimal("150"), "KWD").isPriceOf(75_647 - seconds, Money.parse("KWD 2560.993")))
                .isTrue();
    }

    @Test
    void the_parts_of_two_orders_have_no_more_capped_hours_than_the_cap_counts_for_each() {
        var hours = FundLimit.cap(
                1, BigDecimal.TEN, new FundCap(FundCap.Unit.HOURS, FundCap.Per.TERM, false, Cast.WORK_DAY));
        var work = WorkExample.of("time-entry:e")
                .currency("JPY")
                .priced("33.3333")
                .seconds(57_383)
                .ready("531");
        var taken = InvoiceGroupingTest.grouped(
                new BillingTerms(Map.of(), Map.of(), Map.of(), Set.of(), MergedCustomers.NONE),
                work.granted("PO-1", "41").limits(hours),
                work.granted("PO-2", "41").limits(hours));

        assertThat(taken)
                .flatExtracting(group -> group.sources().stream()
                        .map(source -> source.line().seconds())
                        .toList())
                .containsExactly(4_431, 4_431);
    }

    private static BillableSource work(int seconds, BigDecimal ready) {
        return WorkExample.of("time-entry:e")
                .seconds(seconds)
                .ready(ready.toPlainString())
                .source();
    }
}
