package io.fairlead.funding;

import static io.fairlead.funding.FundingExamples.ask;
import static io.fairlead.funding.FundingExamples.capped;
import static io.fairlead.funding.FundingExamples.consume;
import static io.fairlead.funding.FundingExamples.draft;
import static io.fairlead.funding.FundingExamples.entry;
import static io.fairlead.funding.FundingExamples.events;
import static io.fairlead.funding.FundingExamples.open;
import static io.fairlead.funding.FundingExamples.portion;
import static io.fairlead.funding.FundingExamples.standing;
import static io.fairlead.testing.Cast.CONTRACT;
import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.funding.OpenFunding.Policy;
import io.fairlead.funding.event.FundsConsumed;
import io.fairlead.funding.event.FundsOfLine;
import io.fairlead.funding.event.FundsReleased;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Invoices may bill what never asked for funds; it counts like all that is billed. */
class BilledUnaskedTest {

    @Test
    void what_was_billed_before_anybody_asked_leaves_less_for_others() {
        assertThat(standing(capped("100"), consume(null, "7=70.00"), ask(1, "80")))
                .containsEntry(entry(1), "30.00+50.00");
    }

    @Test
    void it_counts_for_the_order_of_its_invoice_alone() {
        var orders = open(Policy.SPLIT, FundLimit.order("PO-A", wire("100")), FundLimit.order("PO-B", wire("100")));

        assertThat(standing(orders, consume("PO-B", "7=70.00"), ask(1, "150")))
                .containsEntry(entry(1), "PO-A:100.00 PO-B:30.00+20.00");
    }

    @Test
    void work_that_asks_after_it_was_billed_gets_only_the_rest() {
        assertThat(standing(capped("100"), consume(null, "1=70.00"), ask(1, "90")))
                .containsEntry(entry(1), "20.00+0.00");
    }

    /** What was held for it is told as held no more. */
    @Test
    void work_that_waited_and_was_billed_without_funds_waits_no_more() {
        assertThat(standing(capped("0"), ask(1, "40"), consume(null, "1=40.00")))
                .containsEntry(entry(1), "0.00+0.00");
    }

    @Test
    void whose_it_was_is_learned_once_it_asks_even_for_nothing() {
        assertThat(events(FundsReleased.class, capped("100"), consume(null, "1=40.00"), ask(1, "0"), ask(1, "0")))
                .extracting(FundsReleased::getCustomerId)
                .containsExactly("customer:ACME");
    }

    /** 70 were billed before the limit was agreed, 30 of them are credited. */
    @Test
    void a_credit_of_work_that_the_limit_never_knew_gives_it_room() {
        var limit = new OpenFunding(
                FundingExamples.FUNDING,
                CONTRACT,
                GMBH,
                "EUR",
                Policy.SPLIT,
                List.of(FundLimit.line(1, wire("100"))),
                List.of(new OpenFunding.Billed("line-1", wire("70"))),
                "amendment 1");
        var credit =
                new RestoreFunds(FundingExamples.FUNDING, "credit-note:c-1", null, FundingExamples.portions("9=30.00"));

        assertThat(standing(limit, credit, ask(1, "80"))).containsEntry(entry(1), "60.00+20.00");
    }

    @Test
    void two_invoices_may_bill_parts_of_the_same_work() {
        var second = new ConsumeFunds(
                FundingExamples.FUNDING, InvoiceId.of("inv-2"), null, FundingExamples.portions("1=20.00"));

        assertThat(standing(capped("100"), consume(null, "1=70.00"), second, ask(1, "100")))
                .containsEntry(entry(1), "10.00+0.00");
    }

    @Test
    void lines_of_one_source_are_told_as_one_and_each_contract_line_with_its_sums() {
        var commands = new Object[] {
            capped("100"),
            ask(1, "40"),
            ask(2, "30"),
            draft(null, "1=40.00", "2=30.00"),
            consume(null, "1=15.00", "1=5.00", "2=30.00", "7=9.00")
        };

        assertThat(events(FundsConsumed.class, commands)).singleElement().satisfies(event -> {
            assertThat(event.getDiffering()).containsExactly(portion(1, "20", "20"), portion(7, "9", "9"));
            assertThat(event.getLines()).containsExactly(new FundsOfLine(1, wire("70"), wire("59")));
            assertThat(event.getNet()).isEqualTo(wire("59"));
        });
    }
}
