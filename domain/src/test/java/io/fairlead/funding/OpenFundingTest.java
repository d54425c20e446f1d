package io.fairlead.funding;

import static io.fairlead.funding.FundingExamples.FUNDING;
import static io.fairlead.funding.FundingExamples.ask;
import static io.fairlead.funding.FundingExamples.capped;
import static io.fairlead.funding.FundingExamples.consume;
import static io.fairlead.funding.FundingExamples.draft;
import static io.fairlead.funding.FundingExamples.entry;
import static io.fairlead.funding.FundingExamples.events;
import static io.fairlead.funding.FundingExamples.fundings;
import static io.fairlead.funding.FundingExamples.open;
import static io.fairlead.funding.FundingExamples.standing;
import static io.fairlead.testing.Cast.CONTRACT;
import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.testing.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import io.fairlead.funding.OpenFunding.Policy;
import io.fairlead.funding.event.FundingLimitChanged;
import io.fairlead.funding.event.FundingOpened;
import io.fairlead.funding.event.FundingThresholdReached;
import io.fairlead.funding.event.FundsReleased;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenFundingTest {

    @Test
    void the_limits_are_watched_as_agreed() {
        assertThat(events(FundingOpened.class, capped("100"))).singleElement().satisfies(event -> {
            assertThat(event.getPolicy()).isEqualTo("SPLIT");
            assertThat(event.getLimits()).singleElement().satisfies(limit -> {
                assertThat(limit.getLimitId()).isEqualTo("line-1");
                assertThat(limit.getAmount()).isEqualTo(wire("100"));
            });
        });
    }

    @Test
    void the_same_limits_again_change_nothing() {
        fundings()
                .givenCommands(capped("100"))
                .when(capped("100"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_lowered_limit_takes_from_the_latest_first_and_never_from_drafts() {
        var commands = new Object[] {
            capped("200"), ask(1, "60"), ask(2, "60"), ask(3, "60"), draft(null, "3=60.00"), capped("90")
        };

        assertThat(standing(commands))
                .containsOnly(
                        entry(entry(1), "30.00+30.00"), entry(entry(2), "0.00+60.00"), entry(entry(3), "60.00+0.00"));
        assertThat(events(FundsReleased.class, commands))
                .extracting(FundsReleased::getReason)
                .containsOnly("LIMIT_LOWERED");
    }

    /** Case 7: limit 50,000, billed 42,000, unbilled 3,000; limit 40,000. */
    @Test
    void below_what_is_billed_nothing_is_billable_and_the_gap_is_told() {
        var commands = new Object[] {
            capped("50000"),
            ask(1, "42000"),
            draft(null, "1=42000.00"),
            consume(null, "1=42000.00"),
            ask(2, "1800"),
            ask(3, "1200"),
            capped("40000")
        };

        assertThat(standing(commands)).containsEntry(entry(2), "0.00+1800.00").containsEntry(entry(3), "0.00+1200.00");
        assertThat(events(FundingLimitChanged.class, commands)).singleElement().satisfies(event -> {
            assertThat(event.getBefore()).isEqualTo(wire("50000"));
            assertThat(event.getLimit().getAmount()).isEqualTo(wire("40000"));
            assertThat(event.getBilled()).isEqualTo(wire("42000"));
        });
    }

    @Test
    void a_raised_limit_lets_those_who_wait_have_funds_in_their_order() {
        assertThat(standing(capped("100"), ask(1, "80"), ask(2, "80"), ask(3, "80"), capped("200")))
                .containsOnly(
                        entry(entry(1), "80.00+0.00"), entry(entry(2), "80.00+0.00"), entry(entry(3), "40.00+40.00"));
    }

    @Test
    void a_limit_that_is_gone_holds_nothing_back() {
        assertThat(standing(capped("100"), ask(1, "80"), ask(2, "80"), open(Policy.SPLIT)))
                .containsEntry(entry(2), "80.00+0.00");
    }

    @Test
    void an_order_that_is_gone_is_drawn_no_more() {
        var both = open(Policy.SPLIT, FundLimit.order("A", wire("100")), FundLimit.order("B", wire("100")));
        var second = open(Policy.SPLIT, FundLimit.order("B", wire("100")));

        assertThat(standing(both, ask(1, "80"), second)).containsEntry(entry(1), "B:80.00+0.00");
    }

    @Test
    void a_new_limit_counts_what_is_reserved_drafted_and_was_billed_before() {
        var both = new OpenFunding(
                FUNDING,
                CONTRACT,
                GMBH,
                "EUR",
                Policy.SPLIT,
                List.of(FundLimit.line(1, wire("1000")), FundLimit.contract(wire("300"))),
                List.of(new OpenFunding.Billed("contract", wire("100"))),
                "amendment 1");

        // 100 billed before, 50 drafted: 150 are left for 80 and 90.
        assertThat(standing(capped("1000"), ask(1, "50"), draft(null, "1=50.00"), ask(2, "80"), ask(3, "90"), both))
                .containsEntry(entry(2), "80.00+0.00")
                .containsEntry(entry(3), "70.00+20.00");
    }

    @Test
    void the_first_limit_of_a_contract_counts_what_was_billed_before() {
        var first = new OpenFunding(
                FUNDING,
                CONTRACT,
                GMBH,
                "EUR",
                Policy.SPLIT,
                List.of(FundLimit.line(1, wire("100"))),
                List.of(new OpenFunding.Billed("line-1", wire("70"))),
                "amendment 1");

        assertThat(standing(first, ask(1, "80"))).containsOnly(entry(entry(1), "30.00+50.00"));
    }

    @Test
    void thresholds_are_told_again_for_another_amount() {
        assertThat(events(FundingThresholdReached.class, capped("100"), ask(1, "85"), capped("102"), capped("94")))
                .extracting(FundingThresholdReached::getPercent, FundingThresholdReached::getInstead)
                .containsExactly(tuple(80, List.of()), tuple(80, List.of()), tuple(90, List.of(80)));
    }

    @Test
    void another_currency_is_refused() {
        var dollars = new OpenFunding(FUNDING, CONTRACT, GMBH, "USD", Policy.SPLIT, List.of(), List.of(), "no");

        fundings()
                .givenCommands(capped("100"))
                .when(dollars)
                .expectException(refusal("F-01"))
                .expectNoEvents();
    }
}
