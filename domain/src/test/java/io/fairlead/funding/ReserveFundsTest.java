package io.fairlead.funding;

import static io.fairlead.funding.FundingExamples.ask;
import static io.fairlead.funding.FundingExamples.capped;
import static io.fairlead.funding.FundingExamples.consume;
import static io.fairlead.funding.FundingExamples.draft;
import static io.fairlead.funding.FundingExamples.entry;
import static io.fairlead.funding.FundingExamples.events;
import static io.fairlead.funding.FundingExamples.fundings;
import static io.fairlead.funding.FundingExamples.open;
import static io.fairlead.funding.FundingExamples.standing;
import static io.fairlead.funding.FundingExamples.work;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.testing.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.fairlead.funding.OpenFunding.Policy;
import io.fairlead.funding.event.FundingThresholdReached;
import io.fairlead.funding.event.FundsRanShort;
import io.fairlead.funding.event.FundsRefused;
import io.fairlead.funding.event.FundsReleased;
import io.fairlead.funding.event.FundsReserved;
import io.fairlead.funding.event.FundsShortageChanged;
import io.fairlead.funding.event.FundsSufficed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReserveFundsTest {

    @Test
    void work_that_fits_has_all_it_asks_for_and_the_limit_is_named() {
        var reserved = events(FundsReserved.class, capped("1000"), ask(1, "360.00"));

        assertThat(reserved).singleElement().satisfies(event -> {
            assertThat(event.getRequested()).isEqualTo(wire("360"));
            assertThat(event.getGranted()).isEqualTo(wire("360"));
            assertThat(event.getHeld()).isEqualTo(wire("0"));
            assertThat(event.getLimitIds()).containsExactly("line-1");
            assertThat(event.getAvailableAfter()).isEqualTo(wire("640"));
            assertThat(event.getRank()).isEqualTo("2026-03-10|00001773230401000000|time-entry:e-1");
            assertThat(event.getShortOf()).isNull();
        });
    }

    @Test
    void work_that_was_billed_before_it_asked_is_told_once_that_nothing_is_open() {
        var told =
                events(FundsReleased.class, capped("1000"), consume(null, "1=40.00"), ask(1, "40.00"), ask(1, "40.00"));

        assertThat(told).hasSize(1);
    }

    /** Case 5: limit 1,000; 360, 40, 540, 120, 50 in this order; by entry. */
    @ParameterizedTest
    @CsvSource({
        "SPLIT,      60.00+60.00, 0.00+50.00",
        "WHOLE_ITEM, 0.00+120.00, 50.00+0.00",
        "STOP,       0.00+120.00, 0.00+50.00"
    })
    void at_the_boundary_the_policy_decides(Policy policy, String fourth, String fifth) {
        assertThat(standing(
                        open(policy, FundLimit.line(1, wire("1000"))),
                        ask(1, "360"),
                        ask(2, "40"),
                        ask(3, "540"),
                        ask(4, "120"),
                        ask(5, "50")))
                .containsExactly(
                        entry(entry(1), "360.00+0.00"),
                        entry(entry(2), "40.00+0.00"),
                        entry(entry(3), "540.00+0.00"),
                        entry(entry(4), fourth),
                        entry(entry(5), fifth));
    }

    /** Case 5 again: the order in which the requests arrive does not matter. */
    @ParameterizedTest
    @CsvSource({"SPLIT, 60.00+60.00, 0.00+50.00", "WHOLE_ITEM, 0.00+120.00, 50.00+0.00", "STOP, 0.00+120.00, 0.00+50.00"
    })
    void late_requests_take_their_place(Policy policy, String fourth, String fifth) {
        var worths = List.of("360", "40", "540", "120", "50");
        for (var order : List.of(List.of(5, 4, 3, 2, 1), List.of(3, 5, 1, 4, 2), List.of(4, 5, 2, 3, 1))) {
            var commands = new ArrayList<Object>(List.of(open(policy, FundLimit.line(1, wire("1000")))));
            order.forEach(no -> commands.add(ask(no, worths.get(no - 1))));

            assertThat(standing(commands.toArray()))
                    .as("arriving %s", order)
                    .containsOnly(
                            entry(entry(1), "360.00+0.00"),
                            entry(entry(2), "40.00+0.00"),
                            entry(entry(3), "540.00+0.00"),
                            entry(entry(4), fourth),
                            entry(entry(5), fifth));
        }
    }

    @Test
    void where_the_queue_of_a_line_has_stopped_the_contract_with_less_room_lets_nothing_pass() {
        assertThat(standing(
                        open(Policy.STOP, FundLimit.line(1, wire("60")), FundLimit.contract(wire("70"))),
                        work(1, 1, 0, true, "65"),
                        work(2, 2, 0, true, "40"),
                        work(3, 1, 0, true, "20")))
                .containsExactly(
                        entry(entry(1), "0.00+65.00"), entry(entry(2), "40.00+0.00"), entry(entry(3), "0.00+20.00"));
    }

    /** Case 6: two of 80 at once on 100 left, whichever is first in the stream. */
    @Test
    void two_at_once_never_have_more_than_is_left() {
        for (var order : List.of(List.of(1, 2), List.of(2, 1))) {
            var standing = standing(capped("100"), ask(order.getFirst(), "80"), ask(order.getLast(), "80"));

            assertThat(standing).containsOnly(entry(entry(1), "80.00+0.00"), entry(entry(2), "20.00+60.00"));
        }
    }

    @Test
    void an_earlier_day_displaces_what_is_on_no_draft() {
        assertThat(standing(capped("100"), ask(1, "80"), ask(2, -1, "50")))
                .containsOnly(entry(entry(2), "50.00+0.00"), entry(entry(1), "50.00+30.00"));
        assertThat(events(FundsReleased.class, capped("100"), ask(1, "80"), ask(2, -1, "50")))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getReason()).isEqualTo("RANKED_BEHIND");
                    assertThat(event.getReleased()).isEqualTo(wire("30"));
                });
    }

    @Test
    void what_is_on_a_draft_keeps_its_funds() {
        assertThat(standing(capped("100"), ask(1, "80"), draft(null, "1=80.00"), ask(2, -1, "50")))
                .containsEntry(entry(2), "20.00+30.00");
    }

    @Test
    void the_tightest_of_line_and_contract_holds() {
        var limits = open(Policy.SPLIT, FundLimit.line(1, wire("100")), FundLimit.contract(wire("150")));

        assertThat(standing(limits, ask(1, "120"), work(2, 2, 0, true, "80")))
                .containsExactly(entry(entry(1), "100.00+20.00"), entry(entry(2), "50.00+30.00"));
        assertThat(events(FundsRanShort.class, limits, ask(1, "120"), work(2, 2, 0, true, "80")))
                .extracting(FundsRanShort::getLimitId)
                .containsExactly("line-1", "contract");
    }

    @Test
    void an_item_that_cannot_be_parted_waits_whole() {
        assertThat(standing(capped("100"), work(1, 1, 0, false, "80"), work(2, 1, 0, false, "80"), ask(3, "20")))
                .containsExactly(
                        entry(entry(1), "80.00+0.00"), entry(entry(2), "0.00+80.00"), entry(entry(3), "20.00+0.00"));
    }

    @Test
    void the_same_request_again_changes_nothing() {
        fundings()
                .givenCommands(capped("100"), ask(1, "120"))
                .when(ask(1, "120"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void work_worth_nothing_asks_for_nothing() {
        fundings()
                .givenCommands(capped("100"))
                .when(ask(1, "0"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void what_is_given_back_goes_to_the_next_in_the_queue() {
        assertThat(standing(capped("100"), ask(1, "80"), ask(2, "80"), ask(3, "40"), ask(1, "10")))
                .containsOnly(
                        entry(entry(1), "10.00+0.00"), entry(entry(2), "80.00+0.00"), entry(entry(3), "10.00+30.00"));
        assertThat(standing(capped("100"), ask(1, "80"), ask(2, "80"), ask(1, "0")))
                .containsOnly(entry(entry(1), "0.00+0.00"), entry(entry(2), "80.00+0.00"));
    }

    @Test
    void a_shortage_is_told_once_and_its_end_too() {
        var commands =
                new Object[] {capped("100"), ask(1, "80"), ask(2, "80"), ask(3, "40"), ask(1, "0"), ask(2, "10")};

        assertThat(events(FundsRanShort.class, commands)).singleElement().satisfies(event -> {
            assertThat(event.getOccurrence()).isEqualTo(1);
            assertThat(event.getHeld()).isEqualTo(wire("60"));
        });
        assertThat(events(FundsSufficed.class, commands)).hasSize(1);
        assertThat(events(FundsShortageChanged.class, commands))
                .as("100 after the third, 20 after the first was given back")
                .extracting(FundsShortageChanged::getHeld)
                .containsExactly(wire("100"), wire("20"));
    }

    @Test
    void a_shortage_that_does_not_move_is_told_once() {
        assertThat(events(FundsShortageChanged.class, capped("100"), ask(1, "120"), ask(1, "120"), ask(2, "0")))
                .isEmpty();
    }

    @Test
    void eighty_ninety_and_a_hundred_per_cent_are_told_once_each() {
        assertThat(events(
                        FundingThresholdReached.class,
                        capped("100"),
                        ask(1, "79.99"),
                        ask(2, "0.01"),
                        ask(3, "15"),
                        ask(3, "0"),
                        ask(3, "15"),
                        ask(4, "9")))
                .extracting(FundingThresholdReached::getPercent)
                .containsExactly(80, 90, 100);
    }

    @Test
    void another_currency_is_refused() {
        var dollars = new ReserveFunds(
                FundingExamples.FUNDING,
                entry(1),
                1,
                ask(1, "1").customerId(),
                ask(1, "1").projectId(),
                ask(1, "1").serviceDate(),
                ask(1, "1").approvedAt(),
                true,
                wire("1"),
                "USD");

        fundings()
                .givenCommands(capped("100"))
                .when(dollars)
                .expectException(refusal("F-01"))
                .expectNoEvents();
    }

    @Test
    void without_any_room_the_refusal_names_the_limit() {
        assertThat(events(FundsRefused.class, capped("0"), ask(1, "10")))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getShortOf()).isEqualTo("line-1");
                    assertThat(event.getHeld()).isEqualTo(wire("10"));
                });
    }

    /** However they arrive, the limit is used up to the cent and never beyond, and each prefix of the events says so. */
    @Tag("random") // A mutation test would wait for its two thousand requests again and again.
    @Test
    void a_thousand_requests_in_any_order_end_alike() {
        var inOrder = new ArrayList<Object>(List.of(capped("20000")));
        for (int no = 1; no <= 1_000; no++) {
            inOrder.add(ask(no, no % 7, String.valueOf(10 + no % 53)));
        }
        var shuffled = new ArrayList<Object>(inOrder.subList(1, inOrder.size()));
        Collections.shuffle(shuffled, new Random(4));
        shuffled.addFirst(inOrder.getFirst());

        assertThat(standing(shuffled.toArray())).isEqualTo(standing(inOrder.toArray()));
        assertThat(standing(inOrder.toArray()).values().stream()
                        .map(standing -> standing.substring(0, standing.indexOf('+')))
                        .map(BigDecimal::new)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("20000");
    }
}
