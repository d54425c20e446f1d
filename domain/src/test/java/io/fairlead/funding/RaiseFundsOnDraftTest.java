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
import io.fairlead.funding.event.FundingThresholdReached;
import io.fairlead.funding.event.FundsConsumed;
import io.fairlead.funding.event.FundsRaisedOnDraft;
import io.fairlead.funding.event.FundsTakenOffDraft;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Review breaks no limit, and what it takes off a line is free again (R3). */
class RaiseFundsOnDraftTest {

    /** Case 26: 300.00, of which 200.00 are on a draft. */
    private static final Object[] DRAFTED = {capped("300"), ask(1, "200"), draft(null, "1=200.00")};

    @Test
    void a_write_up_takes_what_is_left() {
        assertThat(events(FundsRaisedOnDraft.class, with(DRAFTED, raise(null, "1=300.00/200.00"))))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getInvoiceId()).isEqualTo(INVOICE.value());
                    assertThat(event.getPortions()).containsExactly(portion(1, "100", "0"));
                });
        assertThat(standing(with(DRAFTED, raise(null, "1=300.00/200.00"), ask(2, "50"))))
                .containsEntry(entry(2), "0.00+50.00");
    }

    @Test
    void more_than_is_left_is_refused_with_both_figures() {
        fundings()
                .givenCommands(DRAFTED)
                .when(raise(null, "1=350.00/200.00"))
                .expectException(refusal("F-04"))
                .expectExceptionMessage("F-04: 100.00 are left of the limit line-1, 150.00 are wanted")
                .expectNoEvents();
    }

    @Test
    void an_order_holds_as_a_line_does() {
        var order = open(Policy.SPLIT, FundLimit.order("PO-A", wire("300")));

        fundings()
                .givenCommands(order, ask(1, "200"), draft("PO-A", "1=200.00"))
                .when(raise("PO-A", "1=350.00/200.00"))
                .expectExceptionMessage("F-04: 100.00 are left of the limit po-PO-A, 150.00 are wanted")
                .expectNoEvents();
    }

    @Test
    void of_a_limit_below_what_is_billed_nothing_is_left() {
        fundings()
                .givenCommands(with(DRAFTED, capped("150")))
                .when(raise(null, "1=200.01/200.00"))
                .expectExceptionMessage("F-04: 0.00 are left of the limit line-1, 0.01 are wanted")
                .expectNoEvents();
    }

    @Test
    void what_others_have_reserved_is_not_left() {
        fundings()
                .givenCommands(with(DRAFTED, ask(2, "80")))
                .when(raise(null, "1=220.01/200.00"))
                .expectExceptionMessage("F-04: 20.00 are left of the limit line-1, 20.01 are wanted")
                .expectNoEvents();
    }

    @ParameterizedTest
    @CsvSource({"1=200.00/200.00", "1=150.00/200.00", "1=0.00/200.00"})
    void what_the_draft_holds_already_changes_nothing(String line) {
        fundings()
                .givenCommands(DRAFTED)
                .when(raise(null, line))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void the_same_write_up_again_changes_nothing() {
        fundings()
                .givenCommands(with(DRAFTED, raise(null, "1=300.00/200.00")))
                .when(raise(null, "1=300.00/200.00"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_line_without_a_limit_needs_no_room() {
        var line = new DraftFunds.Portion(entry(9), 2, new BigDecimal("900.00"), new BigDecimal("100.00"), 0, null);

        fundings()
                .givenCommands(DRAFTED)
                .when(new RaiseFundsOnDraft(FUNDING, INVOICE, null, List.of(line)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_limit_with_less_left_of_another_line_is_not_asked() {
        fundings()
                .givenCommands(
                        open(Policy.SPLIT, FundLimit.line(1, wire("300")), FundLimit.line(2, wire("50"))),
                        ask(1, "200"),
                        draft(null, "1=200.00"))
                .when(raise(null, "1=300.00/200.00"))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void an_issued_invoice_asks_for_nothing_more() {
        fundings()
                .givenCommands(with(DRAFTED, consume(null, "1=200.00")))
                .when(raise(null, "1=300.00/200.00"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void thresholds_are_told_of_what_is_written_up() {
        assertThat(events(FundingThresholdReached.class, with(DRAFTED, raise(null, "1=240.00/200.00"))))
                .extracting(FundingThresholdReached::getPercent)
                .containsExactly(80);
    }

    /** It was drafted before anybody watched the limit: what is reserved for it stands for what the draft has. */
    @Test
    void work_drafted_before_its_limit_holds_the_write_up_alone() {
        var commands = new Object[] {capped("300"), ask(1, "200"), raise(null, "1=250.00/200.00")};

        assertThat(events(FundsRaisedOnDraft.class, commands))
                .singleElement()
                .satisfies(event -> assertThat(event.getPortions()).containsExactly(portion(1, "50", "0")));
        assertThat(standing(with(commands, consume(null, "1=250.00/200.00"), ask(2, "100"))))
                .containsEntry(entry(2), "50.00+50.00");
    }

    @Test
    void a_write_up_is_billed_and_takes_nothing_of_what_is_open_of_the_source() {
        var commands = new Object[] {
            capped("300"),
            ask(1, "200"),
            draft(null, "1=100.00"),
            raise(null, "1=150.00/100.00"),
            consume(null, "1=150.00/100.00"),
            ask(2, "60")
        };

        assertThat(events(FundsConsumed.class, commands).getFirst().getDiffering())
                .isEmpty();
        // 150.00 are billed, 100.00 of the first are still reserved.
        assertThat(standing(commands)).containsEntry(entry(2), "50.00+10.00");
    }

    @Test
    void a_draft_that_is_given_up_gives_a_write_up_back_to_the_limit_and_the_claim_to_the_source() {
        var commands = with(
                DRAFTED,
                raise(null, "1=300.00/200.00"),
                ask(2, "150"),
                new TakeFundsOffDraft(FUNDING, INVOICE, List.of(), "wrong month"));

        assertThat(events(FundsTakenOffDraft.class, commands).getFirst().getPortions())
                .containsExactly(portion(1, "300", "200"));
        assertThat(standing(commands)).containsEntry(entry(2), "100.00+50.00");
        // The first has its 200.00 again, no more: 300.00 are full.
        assertThat(standing(with(commands, ask(3, "10")))).containsEntry(entry(3), "0.00+10.00");
    }

    /** Case 27: 400.00; 250.00 and 250.00, of which 150.00 fit; the first line is written down to 200.00. */
    @Test
    void what_is_written_down_gives_its_limit_back_and_is_not_open_again() {
        var commands = new Object[] {
            capped("400"),
            ask(1, "250"),
            ask(2, "250"),
            draft(null, "1=250.00", "2=150.00"),
            consume(null, "1=200.00/250.00", "2=150.00/150.00")
        };

        assertThat(events(FundsConsumed.class, commands).getFirst().getDiffering())
                .containsExactly(portion(1, "200", "250"));
        assertThat(standing(commands)).containsEntry(entry(2), "50.00+50.00");
    }

    @Test
    void a_line_written_down_to_nothing_gives_all_of_it_back() {
        var commands = new Object[] {
            capped("400"), ask(1, "250"), ask(2, "250"), draft(null, "1=250.00"), consume(null, "1=0.00/250.00")
        };

        assertThat(standing(commands)).containsEntry(entry(2), "250.00+0.00");
    }

    @Test
    void a_credit_of_what_was_written_down_reopens_the_work_and_frees_what_was_billed() {
        var commands = new Object[] {
            capped("400"),
            ask(1, "250"),
            draft(null, "1=250.00"),
            consume(null, "1=200.00/250.00"),
            new RestoreFunds(FUNDING, "credit-note:c-1", null, lines("1=200.00/250.00"))
        };

        assertThat(standing(commands)).containsEntry(entry(1), "250.00+0.00");
    }

    /** Two drafts at the same time: the second finds what the first has left. */
    @Test
    void of_two_write_ups_the_second_is_refused() {
        fundings()
                .givenCommands(
                        capped("300"),
                        ask(1, "100"),
                        ask(2, "100"),
                        draft(null, "1=100.00"),
                        draftOn(OTHER_INVOICE, null, "2=100.00"),
                        raise(null, "1=180.00/100.00"))
                .when(new RaiseFundsOnDraft(FUNDING, OTHER_INVOICE, null, lines("2=180.00/100.00")))
                .expectExceptionMessage("F-04: 20.00 are left of the limit line-1, 80.00 are wanted")
                .expectNoEvents();
    }

    private static Object[] with(Object[] commands, Object... more) {
        return Stream.concat(Arrays.stream(commands), Arrays.stream(more)).toArray();
    }

    private static RaiseFundsOnDraft raise(@Nullable String po, String... lines) {
        return new RaiseFundsOnDraft(FUNDING, INVOICE, po, lines(lines));
    }

    private static List<DraftFunds.Portion> lines(String... lines) {
        return FundingExamples.portions(lines);
    }
}
