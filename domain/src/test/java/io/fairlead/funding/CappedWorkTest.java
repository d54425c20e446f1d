package io.fairlead.funding;

import static io.fairlead.funding.FundingExamples.FUNDING;
import static io.fairlead.funding.FundingExamples.entry;
import static io.fairlead.funding.FundingExamples.events;
import static io.fairlead.funding.FundingExamples.fundings;
import static io.fairlead.funding.FundingExamples.open;
import static io.fairlead.funding.FundingExamples.standing;
import static io.fairlead.testing.Cast.ACME;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.NOON;
import static io.fairlead.testing.Cast.PROJECT;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.testing.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.fairlead.funding.FundCap.Per;
import io.fairlead.funding.FundCap.Unit;
import io.fairlead.funding.OpenFunding.Policy;
import io.fairlead.funding.event.FundingThresholdReached;
import io.fairlead.funding.event.FundsOfPeriodMoved;
import io.fairlead.funding.event.FundsRanShort;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Caps of a line by period, in hours and in money (R3); work at 100 an hour. */
class CappedWorkTest {

    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 15);
    private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 15);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 15);

    /** Case 32: 20 h a month, 15 in January; of 26 in February 25 fit. */
    @Test
    void what_january_leaves_is_there_in_february() {
        assertThat(standing(hours("20", Per.MONTH, true), work(1, JANUARY, 15), work(2, FEBRUARY, 26)))
                .containsExactly(entry(entry(1), "1500.00+0.00"), entry(entry(2), "2500.00+100.00"));
    }

    @Test
    void without_carry_over_it_is_not() {
        assertThat(standing(hours("20", Per.MONTH, false), work(1, JANUARY, 15), work(2, FEBRUARY, 26)))
                .containsExactly(entry(entry(1), "1500.00+0.00"), entry(entry(2), "2000.00+600.00"));
    }

    /** What February took of January's rest is gone for late work of January. */
    @Test
    void late_work_of_an_earlier_month_goes_first_and_never_makes_it_more() {
        assertThat(standing(
                        hours("20", Per.MONTH, true), work(1, JANUARY, 15), work(2, FEBRUARY, 25), work(3, JANUARY, 3)))
                .containsOnly(
                        entry(entry(1), "1500.00+0.00"),
                        entry(entry(3), "300.00+0.00"),
                        entry(entry(2), "2200.00+300.00"));
    }

    @Test
    void what_is_on_a_draft_of_february_is_not_there_for_january() {
        assertThat(standing(
                        hours("20", Per.MONTH, true),
                        work(2, FEBRUARY, 40),
                        draft(2, FEBRUARY, 40),
                        work(3, JANUARY, 3)))
                .containsEntry(entry(3), "0.00+300.00");
    }

    @Test
    void a_month_without_work_leaves_its_hours_too() {
        assertThat(standing(hours("20", Per.MONTH, true), work(1, MARCH, 61)))
                .containsEntry(entry(1), "6000.00+100.00");
    }

    @Test
    void what_was_billed_is_carried_over() {
        assertThat(standing(
                        hours("20", Per.MONTH, true),
                        work(1, JANUARY, 15),
                        draft(1, JANUARY, 15),
                        consume(1, JANUARY, 15),
                        work(2, FEBRUARY, 26)))
                .containsEntry(entry(2), "2500.00+100.00");
    }

    @Test
    void a_credit_gives_the_hours_back() {
        var commands = new Object[] {
            hours("20", Per.MONTH, false),
            work(1, JANUARY, 20),
            draft(1, JANUARY, 20),
            consume(1, JANUARY, 20),
            work(2, JANUARY, 5),
            new RestoreFunds(FUNDING, "credit-note:c-1", null, portions(1, JANUARY, 4)),
            work(1, JANUARY, 16)
        };

        assertThat(standing(commands)).containsEntry(entry(2), "400.00+100.00");
    }

    /** The hours were worked, whatever review makes of their price. */
    @Test
    void a_write_down_gives_no_hours_back() {
        var down = new DraftFunds.Portion(
                entry(1), 1, new BigDecimal("1000.00"), new BigDecimal("2000.00"), 72_000, JANUARY);

        assertThat(standing(
                        hours("20", Per.MONTH, false),
                        work(1, JANUARY, 20),
                        draft(1, JANUARY, 20),
                        new ConsumeFunds(FUNDING, INVOICE, null, List.of(down)),
                        work(2, JANUARY, 5)))
                .containsEntry(entry(2), "0.00+500.00");
    }

    @Test
    void a_write_up_asks_caps_of_money_and_not_of_hours() {
        var both = open(
                Policy.SPLIT,
                FundLimit.cap(1, wire("20"), new FundCap(Unit.HOURS, Per.MONTH, false, JANUARY)),
                FundLimit.cap(1, wire("2100"), new FundCap(Unit.MONEY, Per.MONTH, false, JANUARY)));

        fundings()
                .givenCommands(both, work(1, JANUARY, 20), draft(1, JANUARY, 20))
                .when(raise("2100.01"))
                .expectException(refusal("F-04"))
                .expectExceptionMessage(
                        "F-04: 100.00 are left of the limit line-1-money-month/2026-01, 100.01 are wanted");
        fundings()
                .givenCommands(both, work(1, JANUARY, 20), draft(1, JANUARY, 20))
                .when(raise("2100.00"))
                .expectSuccessfulHandlerExecution();
    }

    /** A third of an hour more would be 33.33: no cent and no second too much. */
    @Test
    void the_entry_that_crosses_is_parted_by_its_time() {
        var third = new BigDecimal("0.3334");

        assertThat(standing(hours(third.toPlainString(), Per.TERM, false), work(1, JANUARY, 1)))
                .containsExactly(entry(entry(1), "33.34+66.66"));
        assertThat(standing(hours("0.3333", Per.TERM, false), work(1, JANUARY, 1)))
                .containsExactly(entry(entry(1), "33.33+66.67"));
    }

    @Test
    void the_tightest_of_money_and_hours_holds_and_is_named() {
        var both = open(
                Policy.SPLIT,
                FundLimit.cap(1, wire("10"), new FundCap(Unit.HOURS, Per.QUARTER, false, JANUARY)),
                FundLimit.cap(1, wire("1100"), new FundCap(Unit.MONEY, Per.YEAR, false, JANUARY)));

        assertThat(events(FundsRanShort.class, both, work(1, JANUARY, 12), work(2, MARCH.plusMonths(1), 2)))
                .extracting(FundsRanShort::getLimitId)
                .containsExactly("line-1-hours-quarter/2026-Q1", "line-1-money-year/2026");
    }

    @Test
    void whole_items_that_do_not_fit_into_the_hours_are_passed_over() {
        var cap = FundLimit.cap(1, wire("10"), new FundCap(Unit.HOURS, Per.MONTH, false, JANUARY));

        assertThat(standing(
                        open(Policy.WHOLE_ITEM, cap), work(1, JANUARY, 8), work(2, JANUARY, 3), work(3, JANUARY, 2)))
                .containsExactly(
                        entry(entry(1), "800.00+0.00"), entry(entry(2), "0.00+300.00"), entry(entry(3), "200.00+0.00"));
    }

    @Test
    void what_bills_no_time_takes_no_hours() {
        var item = new ReserveFunds(
                FUNDING, "expense:e-1", 1, ACME, PROJECT, JANUARY, NOON, true, new BigDecimal("500.00"), "EUR");

        assertThat(standing(hours("1", Per.MONTH, false), work(1, JANUARY, 1), item))
                .containsEntry("expense:e-1", "500.00+0.00");
    }

    @Test
    void each_move_of_a_period_is_told_in_hours() {
        var moves = events(
                FundsOfPeriodMoved.class,
                hours("20", Per.MONTH, true),
                work(1, JANUARY, 15),
                draft(1, JANUARY, 15),
                consume(1, JANUARY, 15));

        assertThat(moves)
                .extracting(move -> move.getBilled().stripTrailingZeros().toPlainString()
                        + " " + move.getDrafted().stripTrailingZeros().toPlainString()
                        + " " + move.getReserved().stripTrailingZeros().toPlainString())
                .containsExactly("0 0 15", "0 15 0", "15 0 0");
        assertThat(moves).allSatisfy(move -> {
            assertThat(move.getLimitId()).isEqualTo("line-1-hours-month/2026-01");
            assertThat(move.getLimit()).isEqualByComparingTo("20");
            assertThat(move.getUnit()).isEqualTo("HOURS");
        });
    }

    @Test
    void thresholds_of_hours_say_so() {
        assertThat(events(FundingThresholdReached.class, hours("20", Per.MONTH, false), work(1, JANUARY, 18)))
                .singleElement()
                .satisfies(reached -> {
                    assertThat(reached.getPercent()).isEqualTo(90);
                    assertThat(reached.getHours()).isTrue();
                    assertThat(reached.getUsed()).isEqualByComparingTo("18");
                });
    }

    private static OpenFunding hours(String amount, Per per, boolean carryOver) {
        var cap = new FundCap(Unit.HOURS, per, carryOver, LocalDate.of(2026, 1, 1));
        return open(Policy.SPLIT, FundLimit.cap(1, wire(amount), cap));
    }

    private static ReserveFunds work(int no, LocalDate day, int hours) {
        return new ReserveFunds(
                FUNDING,
                entry(no),
                1,
                ACME,
                PROJECT,
                day,
                NOON.plusSeconds(no),
                true,
                worth(hours),
                hours * 3_600,
                "EUR");
    }

    private static BigDecimal worth(int hours) {
        return BigDecimal.valueOf(hours * 100L).setScale(2);
    }

    private static List<DraftFunds.Portion> portions(int no, LocalDate day, int hours) {
        return List.of(new DraftFunds.Portion(entry(no), 1, worth(hours), worth(hours), hours * 3_600, day));
    }

    private static DraftFunds draft(int no, LocalDate day, int hours) {
        return new DraftFunds(FUNDING, INVOICE, null, portions(no, day, hours));
    }

    private static ConsumeFunds consume(int no, LocalDate day, int hours) {
        return new ConsumeFunds(FUNDING, INVOICE, null, portions(no, day, hours));
    }

    private static RaiseFundsOnDraft raise(String net) {
        var line = new DraftFunds.Portion(entry(1), 1, new BigDecimal(net), new BigDecimal("2000.00"), 72_000, JANUARY);
        return new RaiseFundsOnDraft(FUNDING, INVOICE, null, List.of(line));
    }
}
