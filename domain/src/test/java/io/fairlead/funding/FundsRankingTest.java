package io.fairlead.funding;

import static io.fairlead.funding.FundingExamples.FUNDING;
import static io.fairlead.funding.FundingExamples.ask;
import static io.fairlead.funding.FundingExamples.capped;
import static io.fairlead.funding.FundingExamples.consume;
import static io.fairlead.funding.FundingExamples.draft;
import static io.fairlead.funding.FundingExamples.entry;
import static io.fairlead.funding.FundingExamples.events;
import static io.fairlead.funding.FundingExamples.open;
import static io.fairlead.funding.FundingExamples.portions;
import static io.fairlead.funding.FundingExamples.standing;
import static io.fairlead.funding.FundingExamples.work;
import static io.fairlead.testing.Cast.ACME;
import static io.fairlead.testing.Cast.CONTRACT;
import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.LEAD;
import static io.fairlead.testing.Cast.PROJECT;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fairlead.funding.OpenFunding.Policy;
import io.fairlead.funding.PrioritiseFunds.Place;
import io.fairlead.funding.event.FundingLimitChanged;
import io.fairlead.funding.event.FundingOpened;
import io.fairlead.funding.event.FundsPrioritised;
import io.fairlead.funding.event.FundsRanShort;
import io.fairlead.funding.event.FundsRefused;
import io.fairlead.funding.event.FundsReleased;
import io.fairlead.funding.event.FundsReserved;
import io.fairlead.funding.event.FundsTakenOffDraft;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose funds change, why, and in which place somebody stands who asks again. */
class FundsRankingTest {

    private static final OpenFunding ORDERS =
            open(Policy.SPLIT, FundLimit.order("PO-A", wire("100")), FundLimit.order("PO-B", wire("200")));

    @Test
    void who_gave_everything_back_queues_again_behind_those_who_came_meanwhile() {
        var meanwhile = new Object[] {capped("100"), ask(1, "80"), ask(2, 1, "80"), ask(1, "0")};
        assertThat(standing(meanwhile)).containsEntry(entry(2), "80.00+0.00");

        assertThat(standing(capped("100"), ask(1, "80"), ask(2, 1, "80"), ask(1, "0"), ask(1, 5, "80")))
                .containsEntry(entry(2), "80.00+0.00")
                .containsEntry(entry(1), "20.00+60.00");
    }

    @Test
    void who_comes_back_on_an_earlier_day_displaces_those_behind() {
        assertThat(standing(capped("100"), ask(1, 3, "80"), ask(2, 1, "80"), ask(1, 3, "0"), ask(1, "80")))
                .containsEntry(entry(1), "80.00+0.00")
                .containsEntry(entry(2), "20.00+60.00");
    }

    /** Nobody waits, and still the earlier one must have the first order: the later one goes to the second. */
    @Test
    void who_comes_late_for_an_earlier_day_draws_the_first_order() {
        assertThat(standing(ORDERS, ask(1, 1, "100"), ask(2, "60")))
                .containsEntry(entry(2), "PO-A:60.00+0.00")
                .containsEntry(entry(1), "PO-A:40.00 PO-B:60.00+0.00");
    }

    @ParameterizedTest
    @CsvSource({"SPLIT, 20.00+60.00, 0.00+10.00", "WHOLE_ITEM, 0.00+80.00, 10.00+0.00", "STOP, 0.00+80.00, 0.00+10.00"})
    void who_asks_behind_those_who_wait_gets_what_the_policy_leaves(Policy policy, String second, String third) {
        assertThat(standing(open(policy, FundLimit.line(1, wire("100"))), ask(1, "80"), ask(2, "80"), ask(3, "10")))
                .containsEntry(entry(1), "80.00+0.00")
                .containsEntry(entry(2), second)
                .containsEntry(entry(3), third);
    }

    @Test
    void a_raised_limit_may_take_funds_from_those_ranked_behind_and_says_so() {
        var before = open(Policy.SPLIT, FundLimit.line(1, wire("50")), FundLimit.contract(wire("100")));
        var raised = open(Policy.SPLIT, FundLimit.line(1, wire("80")), FundLimit.contract(wire("100")));

        assertThat(events(FundsReleased.class, before, ask(1, "80"), work(2, 2, 1, true, "50"), raised))
                .extracting(FundsReleased::getSourceId, FundsReleased::getReleased, FundsReleased::getReason)
                .containsExactly(tuple(entry(2), wire("30"), "RANKED_BEHIND"));
    }

    @Test
    void who_has_lost_all_its_funds_is_told_so_once_however_many_come_before_it() {
        var commands = new Object[] {capped("100"), ask(1, "100"), ask(2, -1, "100"), ask(3, -2, "10")};

        assertThat(events(FundsReleased.class, commands))
                .extracting(FundsReleased::getSourceId, FundsReleased::getReleased)
                .containsExactly(tuple(entry(1), wire("100")), tuple(entry(2), wire("10")));
        assertThat(events(FundsRefused.class, commands)).isEmpty();
    }

    @Test
    void a_limit_that_is_new_counts_as_lowered() {
        var more = open(Policy.SPLIT, FundLimit.line(1, wire("100")), FundLimit.contract(wire("30")));

        assertThat(events(FundsReleased.class, capped("100"), ask(1, "80"), more))
                .extracting(FundsReleased::getReleased, FundsReleased::getReason)
                .containsExactly(tuple(wire("50"), "LIMIT_LOWERED"));
    }

    @Test
    void who_is_credited_is_told_to_have_funds_again() {
        var credit = new RestoreFunds(FUNDING, "credit-note:c-1", null, portions("1=80.00"));

        assertThat(events(capped("100"), ask(1, "80"), draft(null, "1=80.00"), consume(null, "1=80.00"), credit)
                        .getLast())
                .isInstanceOfSatisfying(FundsReserved.class, event -> assertThat(event.getGranted())
                        .isEqualTo(wire("80")));
    }

    @Test
    void a_limit_that_runs_short_again_counts_its_shortages() {
        assertThat(events(FundsRanShort.class, capped("100"), ask(1, "120"), ask(1, "90"), ask(1, "130"), ask(2, "5")))
                .extracting(FundsRanShort::getOccurrence)
                .containsExactly(1, 2);
    }

    @Test
    void an_ordered_place_names_how_many_were_ordered_before() {
        assertThat(events(
                        FundsPrioritised.class,
                        capped("100"),
                        ask(1, "80"),
                        ask(2, "80"),
                        move(2, Place.FIRST),
                        move(1, Place.LAST)))
                .extracting(FundsPrioritised::getRank)
                .containsExactly("0000-000000001|" + entry(2), "9999-000000002|" + entry(1));
    }

    private static PrioritiseFunds move(int no, Place place) {
        return new PrioritiseFunds(FUNDING, entry(no), place, "the customer waits for it", LEAD);
    }

    @Test
    void limits_that_were_never_billed_of_open_as_agreed() {
        var first = new OpenFunding(
                FUNDING,
                CONTRACT,
                GMBH,
                "EUR",
                Policy.SPLIT,
                List.of(FundLimit.line(1, wire("100"))),
                List.of(new OpenFunding.Billed("line-1", wire("0"))),
                "signed");

        assertThat(events(FundingOpened.class, first)).singleElement().satisfies(event -> assertThat(event.getLimits())
                .hasSize(1));
        assertThat(events(FundingLimitChanged.class, first)).isEmpty();
    }

    @Test
    void an_order_without_an_amount_is_drawn_and_a_line_without_one_limits_nothing() {
        var more = open(
                Policy.SPLIT, FundLimit.line(1, wire("100")), FundLimit.order("PO-A", null), FundLimit.line(2, null));

        assertThat(events(FundingLimitChanged.class, capped("100"), more))
                .extracting(changed -> changed.getLimit().getLimitId())
                .containsExactly(FundLimit.orderId("PO-A"));
    }

    @Test
    void a_draft_gives_back_to_the_order_it_drew_from_or_to_none() {
        var back = new TakeFundsOffDraft(FUNDING, INVOICE, List.of(), "wrong month");

        assertThat(events(FundsTakenOffDraft.class, ORDERS, ask(1, "80"), draft("PO-A", "1=80.00"), back))
                .extracting(FundsTakenOffDraft::getPoNumber)
                .containsExactly("PO-A");
        assertThat(events(FundsTakenOffDraft.class, capped("100"), ask(1, "80"), draft(null, "1=80.00"), back)
                        .getFirst()
                        .getPoNumber())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-10T12:00:00Z, 00001773144000000000",
        "2026-03-10T12:00:00.000001Z, 00001773144000000001",
        "2026-03-10T12:00:00.999999999Z, 00001773144000999999"
    })
    void work_of_a_day_ranks_by_the_microsecond_of_its_approval(Instant approvedAt, String micros) {
        var asked = new ReserveFunds(
                FUNDING, entry(1), 1, ACME, PROJECT, WORK_DAY, approvedAt, true, new BigDecimal("1"), "EUR");

        assertThat(asked.rank()).isEqualTo(WORK_DAY + "|" + micros + "|" + entry(1));
    }
}
