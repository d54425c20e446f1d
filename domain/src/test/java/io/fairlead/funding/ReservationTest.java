package io.fairlead.funding;

import static io.fairlead.funding.FundingExamples.entry;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.funding.Reservation.Pin;
import io.fairlead.funding.event.FundsPortion;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An hour worth 100.00, of which a draft and an invoice have parts. */
class ReservationTest {

    private static final Reservation HOUR = Reservation.of(new FundsRequest(
            entry(1), 1, "customer:ACME", "project:P-1", WORK_DAY, true, "rank", euros("100.00"), 3_600));

    /** 40.00 on a draft, 10.00 billed. */
    private static final Reservation PARTED =
            HOUR.raised("invoice:i-1", pin("40.00", "40.00", 1_440)).billed(euros("10.00"), 360);

    @Test
    void time_is_open_that_is_neither_drafted_nor_billed() {
        assertThat(PARTED.openSeconds()).isEqualTo(1_800);
        assertThat(PARTED.billed(euros("-10.00"), -360).openSeconds()).isEqualTo(2_160);
        assertThat(PARTED.billed(euros("60.00"), 1_801).openSeconds()).isZero();
    }

    /** No second too few: 33.33 of 50.00 are two thirds of half an hour, and a second more. */
    @ParameterizedTest
    @CsvSource({"25.00, 900", "33.33, 1200", "33.34, 1201", "50.00, 1800", "60.00, 1800", "0.00, 0"})
    void a_part_of_what_is_open_has_its_time(String part, int seconds) {
        assertThat(PARTED.openSecondsOf(euros(part))).isEqualTo(seconds);
    }

    @Test
    void where_no_money_is_open_some_more_takes_all_the_time_and_none_takes_none() {
        var timeAlone = HOUR.billed(euros("100.00"), 3_000);

        assertThat(timeAlone.openSecondsOf(euros("5.00"))).isEqualTo(600);
        assertThat(timeAlone.openSecondsOf(euros("0.00"))).isZero();
    }

    @Test
    void what_a_draft_holds_more_adds_up() {
        var more = PARTED.raised("invoice:i-1", pin("10.00", "5.00", 180));

        assertThat(more.pins()).containsEntry("invoice:i-1", pin("50.00", "45.00", 1_620));
    }

    @ParameterizedTest
    @CsvSource({"60.00, 40.00, 40.00", "30.00, 40.00, 30.00", "40.00, 40.00, 40.00"})
    void a_write_up_goes_with_its_draft_and_no_more_comes_back_than_it_held(String held, String claimed, String back) {
        assertThat(pin(held, claimed, 0).back()).isEqualTo(euros(back));
    }

    /** Old portions told no claim: 0 of them meant that the source had left the draft. */
    @ParameterizedTest
    @CsvSource({"30, , 40.00, 1440", "0, , 0.00, 0", "0, 35, 35.00, 0", "30, 35, 35.00, 0"})
    void an_invoice_billed_of_a_source_what_it_tells_or_what_its_draft_held(
            String amount, String claimed, String billed, int seconds) {
        var told = new FundsPortion(entry(1), 1, wire(amount), claimed == null ? null : wire(claimed), null, WORK_DAY);
        var draft = pin("40.00", "40.00", 1_440);

        assertThat(ToldPortion.claimed(told, draft, "EUR")).isEqualTo(euros(billed));
        assertThat(ToldPortion.seconds(told, draft)).isEqualTo(seconds);
    }

    private static Pin pin(String amount, String claimed, int seconds) {
        return new Pin("", euros(amount), euros(claimed), seconds);
    }

    private static Money euros(String amount) {
        return Money.parse("EUR " + amount);
    }
}
