package io.fairlead.funding;

import static io.fairlead.funding.FundingExamples.FUNDING;
import static io.fairlead.funding.FundingExamples.capped;
import static io.fairlead.funding.FundingExamples.entry;
import static io.fairlead.funding.FundingExamples.events;
import static io.fairlead.funding.FundingExamples.fundings;
import static io.fairlead.funding.FundingExamples.open;
import static io.fairlead.funding.FundingExamples.standing;
import static io.fairlead.testing.Cast.ACME;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.NOON;
import static io.fairlead.testing.Cast.OTHER_INVOICE;
import static io.fairlead.testing.Cast.PROJECT;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.testing.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.funding.FundCap.Per;
import io.fairlead.funding.FundCap.Unit;
import io.fairlead.funding.OpenFunding.Policy;
import io.fairlead.funding.event.FundingLimitChanged;
import io.fairlead.funding.event.FundsOfPeriodMoved;
import io.fairlead.funding.event.FundsReserved;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Caps of a line that are agreed anew, carried over and drafted against; work at 100 an hour. */
class CapsOfPeriodsTest {

    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 15);
    private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 15);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 15);
    private static final FundLimit MONTHLY_20 = hours("20", false);
    private static final FundLimit CARRIED_20 = hours("20", true);

    @Test
    void the_same_cap_again_changes_nothing() {
        fundings()
                .givenCommands(agreed(MONTHLY_20), work(1, JANUARY, 25))
                .when(agreed(MONTHLY_20))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_raised_cap_tells_what_it_was_and_lets_those_who_wait_have_more() {
        var commands = new Object[] {agreed(MONTHLY_20), work(1, JANUARY, 25), agreed(hours("22", false))};

        assertThat(standing(commands)).containsExactly(entry(entry(1), "2200.00+300.00"));
        assertThat(events(FundingLimitChanged.class, commands))
                .singleElement()
                .satisfies(changed -> assertThat(changed.getBefore()).isEqualTo(wire("20")));
    }

    /** 20 h a month leave 25 for February when January used 15; 21 h a month leave 27. */
    @Test
    void a_raised_cap_that_carries_over_is_more_by_each_of_its_months() {
        assertThat(standing(agreed(CARRIED_20), work(1, JANUARY, 15), work(2, FEBRUARY, 28), agreed(hours("21", true))))
                .containsEntry(entry(2), "2700.00+100.00");
    }

    @Test
    void a_cap_of_one_line_is_none_of_another() {
        var second = FundLimit.cap(2, wire("30"), cap(Unit.HOURS, false));
        var raised = FundLimit.cap(2, wire("50"), cap(Unit.HOURS, false));

        assertThat(standing(
                        agreed(MONTHLY_20, second),
                        work(1, JANUARY, 25),
                        work(2, 2, JANUARY, 40),
                        agreed(MONTHLY_20, raised)))
                .containsExactly(entry(entry(1), "2000.00+500.00"), entry(entry(2), "4000.00+0.00"));
    }

    @Test
    void a_cap_agreed_later_counts_what_is_reserved_already() {
        assertThat(standing(
                        capped("10000"), work(1, JANUARY, 25), agreed(FundLimit.line(1, wire("10000")), MONTHLY_20)))
                .containsExactly(entry(entry(1), "2000.00+500.00"));
    }

    @Test
    void a_cap_agreed_no_more_holds_nothing_back() {
        assertThat(standing(
                        agreed(FundLimit.line(1, wire("10000")), MONTHLY_20), work(1, JANUARY, 25), capped("10000")))
                .containsExactly(entry(entry(1), "2500.00+0.00"));
    }

    /** 15 h of January and 10 of February are billed: of 60 to the end of March 35 are left. */
    @Test
    void what_is_carried_over_is_less_by_all_that_was_billed_in_the_months_before() {
        var limits = agreed(FundLimit.line(1, wire("10000")), CARRIED_20);

        assertThat(standing(
                        limits,
                        work(1, JANUARY, 15),
                        consume(INVOICE, portion(1, JANUARY, 15)),
                        work(2, FEBRUARY, 10),
                        consume(OTHER_INVOICE, portion(2, FEBRUARY, 10)),
                        work(3, MARCH, 36)))
                .containsEntry(entry(3), "3500.00+100.00");
    }

    @Test
    void hours_billed_of_work_that_never_asked_count_for_the_month_of_their_day() {
        assertThat(standing(agreed(MONTHLY_20), consume(INVOICE, portion(7, JANUARY, 15)), work(1, JANUARY, 10)))
                .containsEntry(entry(1), "500.00+500.00");
    }

    /** A credit that tells no day gives the hours back to the month of the work. */
    @Test
    void credited_hours_are_open_again_and_take_what_the_cap_has_free() {
        var back = new DraftFunds.Portion(entry(1), 1, wire("400"), wire("400"), 14_400, null);

        assertThat(standing(
                        agreed(MONTHLY_20),
                        work(1, JANUARY, 20),
                        draft(portion(1, JANUARY, 20)),
                        consume(INVOICE, portion(1, JANUARY, 20)),
                        work(2, JANUARY, 5),
                        new RestoreFunds(FUNDING, "credit-note:c-1", null, List.of(back)),
                        work(3, JANUARY, 1)))
                .containsEntry(entry(1), "400.00+0.00")
                .containsEntry(entry(2), "0.00+500.00");
    }

    @Test
    void a_period_is_told_as_often_as_it_moves_and_not_for_others() {
        assertThat(events(FundsOfPeriodMoved.class, agreed(MONTHLY_20), work(1, JANUARY, 15), work(2, FEBRUARY, 5)))
                .extracting(FundsOfPeriodMoved::getLimitId)
                .containsExactly("line-1-hours-month/2026-01", "line-1-hours-month/2026-02");
    }

    @Test
    void reserved_funds_name_the_limits_that_they_count_for() {
        var limits = agreed(FundLimit.line(1, wire("10000")), FundLimit.line(2, wire("10000")), MONTHLY_20);

        assertThat(events(FundsReserved.class, limits, work(2, FEBRUARY, 5), work(1, JANUARY, 5))
                        .getLast()
                        .getLimitIds())
                .containsExactly("line-1", "line-1-hours-month/2026-01");
    }

    /** The first of a month as those after it. */
    @Test
    void what_is_left_is_told_of_the_month_of_the_work() {
        var month = agreed(FundLimit.line(1, wire("10000")), FundLimit.cap(1, wire("2000"), cap(Unit.MONEY, false)));

        assertThat(events(FundsReserved.class, month, work(1, JANUARY, 5), work(2, JANUARY, 3), work(3, FEBRUARY, 1)))
                .extracting(FundsReserved::getAvailableAfter)
                .containsExactly(wire("1500"), wire("1200"), wire("1900"));
    }

    /** 20 of 25 hours are reserved; a second and what a cent is worth, a second too, may be rounded. */
    @Test
    void a_draft_may_take_no_more_hours_than_are_reserved() {
        fundings()
                .givenCommands(agreed(MONTHLY_20), work(1, JANUARY, 25))
                .when(draft(portion(1, JANUARY, "2000.00", 72_002)))
                .expectSuccessfulHandlerExecution();
        fundings()
                .givenCommands(agreed(MONTHLY_20), work(1, JANUARY, 25))
                .when(draft(portion(1, JANUARY, "2000.00", 72_003)))
                .expectException(refusal("F-03"))
                .expectExceptionMessage("F-03: time-entry:e-1 has 72000 s reserved, not 72003 s");
    }

    @Test
    void where_no_cap_counts_the_hours_of_the_work_only_its_money_is_looked_at() {
        var money = FundLimit.cap(1, wire("2000"), cap(Unit.MONEY, false));
        var ofAnotherLine = FundLimit.cap(2, wire("20"), cap(Unit.HOURS, false));

        assertDraftedWithMoreHours(capped("2000"), null);
        assertDraftedWithMoreHours(agreed(money), null);
        assertDraftedWithMoreHours(agreed(MONTHLY_20), capped("2000"));
        assertDraftedWithMoreHours(agreed(FundLimit.line(1, wire("2000")), ofAnotherLine), work(9, 2, JANUARY, 1));
    }

    private static void assertDraftedWithMoreHours(OpenFunding limits, @Nullable Object then) {
        fundings()
                .givenCommands(Stream.of(limits, work(1, JANUARY, 25), then)
                        .filter(command -> command != null)
                        .toArray())
                .when(draft(portion(1, JANUARY, "2000.00", 75_000)))
                .expectSuccessfulHandlerExecution();
    }

    private static OpenFunding agreed(FundLimit... limits) {
        return open(Policy.SPLIT, limits);
    }

    private static FundLimit hours(String amount, boolean carryOver) {
        return FundLimit.cap(1, wire(amount), cap(Unit.HOURS, carryOver));
    }

    private static FundCap cap(Unit unit, boolean carryOver) {
        return new FundCap(unit, Per.MONTH, carryOver, LocalDate.of(2026, 1, 1));
    }

    private static ReserveFunds work(int no, LocalDate day, int hours) {
        return work(no, 1, day, hours);
    }

    private static ReserveFunds work(int no, int lineNo, LocalDate day, int hours) {
        return new ReserveFunds(
                FUNDING,
                entry(no),
                lineNo,
                ACME,
                PROJECT,
                day,
                NOON.plusSeconds(no),
                true,
                BigDecimal.valueOf(hours * 100L).setScale(2),
                hours * 3_600,
                "EUR");
    }

    private static DraftFunds.Portion portion(int no, LocalDate day, int hours) {
        return portion(no, day, hours + "00.00", hours * 3_600);
    }

    private static DraftFunds.Portion portion(int no, LocalDate day, String amount, int seconds) {
        return new DraftFunds.Portion(entry(no), 1, new BigDecimal(amount), new BigDecimal(amount), seconds, day);
    }

    private static DraftFunds draft(DraftFunds.Portion portion) {
        return new DraftFunds(FUNDING, INVOICE, null, List.of(portion));
    }

    private static ConsumeFunds consume(InvoiceId invoice, DraftFunds.Portion portion) {
        return new ConsumeFunds(FUNDING, invoice, null, List.of(portion));
    }
}
