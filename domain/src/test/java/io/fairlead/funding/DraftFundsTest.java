package io.fairlead.funding;

import static io.fairlead.funding.FundingExamples.FUNDING;
import static io.fairlead.funding.FundingExamples.ask;
import static io.fairlead.funding.FundingExamples.capped;
import static io.fairlead.funding.FundingExamples.consume;
import static io.fairlead.funding.FundingExamples.draft;
import static io.fairlead.funding.FundingExamples.draftOn;
import static io.fairlead.funding.FundingExamples.entry;
import static io.fairlead.funding.FundingExamples.events;
import static io.fairlead.funding.FundingExamples.fundings;
import static io.fairlead.funding.FundingExamples.open;
import static io.fairlead.funding.FundingExamples.portion;
import static io.fairlead.funding.FundingExamples.standing;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.OTHER_INVOICE;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.testing.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.fairlead.funding.OpenFunding.Policy;
import io.fairlead.funding.event.FundsConsumed;
import io.fairlead.funding.event.FundsDrafted;
import io.fairlead.funding.event.FundsRanShort;
import io.fairlead.funding.event.FundsRefused;
import io.fairlead.funding.event.FundsReleased;
import io.fairlead.funding.event.FundsReserved;
import io.fairlead.funding.event.FundsTakenOffDraft;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class DraftFundsTest {

    private static final OpenFunding TWO_ORDERS =
            open(Policy.SPLIT, FundLimit.order("PO-A", wire("250")), FundLimit.order("PO-B", wire("5000")));

    @Test
    void a_draft_holds_what_was_reserved() {
        assertThat(events(FundsDrafted.class, capped("100"), ask(1, "80"), draft(null, "1=80.00")))
                .singleElement()
                .satisfies(event -> assertThat(event.getPortions()).containsExactly(portion(1, "80", "80")));
    }

    @Test
    void the_same_draft_again_changes_nothing() {
        fundings()
                .givenCommands(capped("100"), ask(1, "80"), draft(null, "1=80.00"))
                .when(draft(null, "1=80.00"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void more_than_is_reserved_is_refused_whole() {
        fundings()
                .givenCommands(capped("100"), ask(1, "80"), ask(2, "80"))
                .when(draft(null, "1=80.00", "2=20.01"))
                .expectException(refusal("F-03"))
                .expectNoEvents();
    }

    @Test
    void another_draft_cannot_have_it_too() {
        fundings()
                .givenCommands(capped("100"), ask(1, "80"), draft(null, "1=80.00"))
                .when(draftOn(OTHER_INVOICE, null, "1=0.01"))
                .expectException(refusal("F-03"))
                .expectNoEvents();
    }

    @Test
    void a_part_may_be_drafted_and_the_rest_by_another() {
        assertThat(events(
                        FundsDrafted.class,
                        capped("100"),
                        ask(1, "80"),
                        draft(null, "1=30.00"),
                        draftOn(OTHER_INVOICE, null, "1=50.00")))
                .hasSize(2);
    }

    /** Case 17: PO-A has 250 left, PO-B 5,000; lines of 100 and 200. */
    @Test
    void orders_are_drawn_in_order_and_work_is_parted_between_them() {
        assertThat(standing(TWO_ORDERS, ask(1, "100"), ask(2, "200")))
                .containsExactly(entry(entry(1), "PO-A:100.00+0.00"), entry(entry(2), "PO-A:150.00 PO-B:50.00+0.00"));
    }

    /** Case 17: each invoice takes the funds of its own order; B has 4,950.00 left. */
    @Test
    void an_invoice_takes_the_funds_of_its_order_only() {
        var commands = new Object[] {
            TWO_ORDERS,
            ask(1, "100"),
            ask(2, "200"),
            draft("PO-A", "1=100.00", "2=150.00"),
            draftOn(OTHER_INVOICE, "PO-B", "2=50.00"),
            consume("PO-A", "1=100.00", "2=150.00"),
            new ConsumeFunds(FUNDING, OTHER_INVOICE, "PO-B", FundingExamples.portions("2=50.00")),
            ask(3, "4950.01")
        };

        assertThat(standing(commands)).containsEntry(entry(3), "PO-B:4950.00+0.01");
        fundings()
                .givenCommands(TWO_ORDERS, ask(1, "100"), ask(2, "200"))
                .when(draft("PO-A", "2=150.01"))
                .expectException(refusal("F-03"));
    }

    /** Case 58: a draft held funds under no order, and the order was named when it was approved. */
    @Test
    void what_was_drafted_under_no_order_is_billed_under_the_one_that_came_later() {
        var limit = FundLimit.contract(wire("1000"));
        var commands = new Object[] {
            open(Policy.SPLIT, limit),
            ask(1, "80"),
            draft(null, "1=80.00"),
            open(Policy.SPLIT, limit, FundLimit.order("PO-9", wire("100"))),
            consume("PO-9", "1=80.00"),
            ask(2, "50")
        };

        assertThat(events(FundsConsumed.class, commands))
                .singleElement()
                .satisfies(event -> assertThat(event.getOrderCameLater()).isTrue());
        assertThat(standing(commands)).containsEntry(entry(2), "PO-9:20.00+30.00");
        var ordered = new Object[] {TWO_ORDERS, ask(1, "80"), draft("PO-A", "1=80.00"), consume("PO-A", "1=80.00")};
        assertThat(events(FundsConsumed.class, ordered))
                .singleElement()
                .satisfies(event -> assertThat(event.getOrderCameLater()).isFalse());
    }

    /** Case 17 without PO-B: 50 wait for an order. */
    @Test
    void without_another_order_the_rest_waits_for_one() {
        var alone = open(Policy.SPLIT, FundLimit.order("PO-A", wire("250")));

        assertThat(standing(alone, ask(1, "100"), ask(2, "200")))
                .containsExactly(entry(entry(1), "PO-A:100.00+0.00"), entry(entry(2), "PO-A:150.00+50.00"));
        assertThat(events(FundsRanShort.class, alone, ask(1, "100"), ask(2, "200")))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getKind()).isEqualTo("PO");
                    assertThat(event.getHeld()).isEqualTo(wire("50"));
                });
        assertThat(standing(alone, ask(1, "100"), ask(2, "200"), TWO_ORDERS))
                .containsEntry(entry(2), "PO-A:150.00 PO-B:50.00+0.00");
    }

    @Test
    void what_a_draft_lets_go_is_reserved_again_in_its_old_place() {
        var standing = standing(
                capped("100"),
                ask(2, "80"),
                draft(null, "2=80.00"),
                ask(1, "50"),
                new TakeFundsOffDraft(FUNDING, INVOICE, List.of(), "wrong month"));

        assertThat(standing).containsOnly(entry(entry(1), "50.00+0.00"), entry(entry(2), "50.00+30.00"));
    }

    @Test
    void one_source_may_leave_the_draft_alone() {
        assertThat(events(
                        FundsTakenOffDraft.class,
                        capped("100"),
                        ask(1, "40"),
                        ask(2, "40"),
                        draft(null, "1=40.00", "2=40.00"),
                        new TakeFundsOffDraft(FUNDING, INVOICE, List.of(entry(2)), "claimed elsewhere")))
                .singleElement()
                .satisfies(event -> assertThat(event.getPortions()).containsExactly(portion(2, "40", "40")));
        fundings()
                .givenCommands(capped("100"), ask(1, "40"))
                .when(new TakeFundsOffDraft(FUNDING, INVOICE, List.of(), "nothing there"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void an_issued_invoice_uses_its_funds_once() {
        var used = new Object[] {capped("100"), ask(1, "80"), draft(null, "1=80.00"), consume(null, "1=80.00")};

        assertThat(events(FundsConsumed.class, used)).singleElement().satisfies(event -> {
            assertThat(event.getDiffering()).isEmpty();
            assertThat(event.getNet()).isEqualTo(wire("80"));
        });
        fundings()
                .givenCommands(used)
                .when(consume(null, "1=80.00"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void what_review_changed_is_billed_as_it_was_issued() {
        var commands = new Object[] {
            capped("100"),
            ask(1, "40"),
            ask(2, "40"),
            ask(3, "40"),
            draft(null, "1=40.00", "2=40.00"),
            consume(null, "1=30.00")
        };

        assertThat(events(FundsConsumed.class, commands).getFirst().getDiffering())
                .containsExactly(portion(1, "30", "30"), portion(2, "0", "0"));
        // 30 billed; 10 of the first entry, the second and 20 of the third fit into the 70 that are left.
        assertThat(standing(commands))
                .containsOnly(
                        entry(entry(1), "10.00+0.00"), entry(entry(2), "40.00+0.00"), entry(entry(3), "20.00+20.00"));
    }

    @Test
    void a_credit_note_gives_funds_back_once() {
        var credit = new RestoreFunds(FUNDING, "credit-note:c-1", null, FundingExamples.portions("1=80.00"));
        var commands = new Object[] {
            capped("100"), ask(1, "80"), draft(null, "1=80.00"), consume(null, "1=80.00"), ask(2, "90")
        };

        assertThat(standing(commands)).containsEntry(entry(2), "20.00+70.00");
        fundings()
                .givenCommands(commands)
                .andGivenCommands(credit)
                .when(credit)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void credited_work_asks_again_in_its_old_place_unless_it_is_worth_less() {
        var credit = new RestoreFunds(FUNDING, "credit-note:c-1", null, FundingExamples.portions("1=80.00"));

        assertThat(standing(
                        capped("100"),
                        ask(1, "80"),
                        draft(null, "1=80.00"),
                        consume(null, "1=80.00"),
                        ask(2, "90"),
                        credit,
                        ask(1, "0")))
                .containsOnly(entry(entry(1), "0.00+0.00"), entry(entry(2), "90.00+0.00"));
    }

    /** Every balance is a sum of changes: what is told of reserved and held amounts adds up to where they stand. */
    @Test
    void the_changes_told_add_up_to_what_stands() {
        var commands = new Object[] {
            TWO_ORDERS,
            ask(1, "100"),
            ask(2, "200"),
            ask(3, "5000"),
            draft("PO-A", "1=100.00", "2=150.00"),
            ask(4, -1, "70"),
            consume("PO-A", "1=90.00"),
            new RestoreFunds(FUNDING, "credit-note:c-1", "PO-A", FundingExamples.portions("1=40.00")),
            ask(1, "60"),
            ask(3, "10")
        };
        var held = new HashMap<String, BigDecimal>();
        var reserved = new HashMap<String, BigDecimal>();
        for (var event : events(commands)) {
            switch (event) {
                case FundsReserved e -> {
                    held.merge(e.getSourceId(), e.getHeldChange(), BigDecimal::add);
                    e.getShares().forEach(share -> reserved.merge(e.getSourceId(), share.getChange(), BigDecimal::add));
                }
                case FundsRefused e -> {
                    held.merge(e.getSourceId(), e.getHeldChange(), BigDecimal::add);
                    e.getShares().forEach(share -> reserved.merge(e.getSourceId(), share.getChange(), BigDecimal::add));
                }
                case FundsReleased e -> {
                    held.merge(e.getSourceId(), e.getHeldChange(), BigDecimal::add);
                    e.getShares().forEach(share -> reserved.merge(e.getSourceId(), share.getChange(), BigDecimal::add));
                }
                case FundsDrafted e ->
                    e.getPortions()
                            .forEach(portion -> reserved.merge(
                                    portion.getSourceId(), portion.getAmount().negate(), BigDecimal::add));
                default -> {}
            }
        }

        standing(commands).forEach((source, standing) -> {
            var parts = standing.split("\\+");
            var shares = Arrays.stream(parts[0].split(" "))
                    .map(share -> new BigDecimal(share.substring(share.indexOf(':') + 1)))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(reserved.get(source)).as("reserved of %s", source).isEqualByComparingTo(shares);
            assertThat(held.get(source)).as("held of %s", source).isEqualByComparingTo(parts[1]);
        });
    }
}
