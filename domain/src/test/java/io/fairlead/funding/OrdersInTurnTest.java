package io.fairlead.funding;

import static io.fairlead.funding.FundingExamples.FUNDING;
import static io.fairlead.funding.FundingExamples.ask;
import static io.fairlead.funding.FundingExamples.capped;
import static io.fairlead.funding.FundingExamples.consume;
import static io.fairlead.funding.FundingExamples.draft;
import static io.fairlead.funding.FundingExamples.entry;
import static io.fairlead.funding.FundingExamples.events;
import static io.fairlead.funding.FundingExamples.open;
import static io.fairlead.funding.FundingExamples.standing;
import static io.fairlead.funding.FundingExamples.work;
import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.exception.OwnerRole;
import io.fairlead.exception.RaiseException;
import io.fairlead.funding.OpenFunding.Policy;
import io.fairlead.funding.event.FundsRanShort;
import io.fairlead.funding.event.FundsReserved;
import io.fairlead.testing.ProcessUnderTest;
import io.fairlead.testing.SentCommands;
import org.junit.jupiter.api.Test;

/** Purchase orders are drawn one after the other, and each limit tells what is left of it. */
class OrdersInTurnTest {

    private static final OpenFunding ORDERS =
            open(Policy.SPLIT, FundLimit.order("PO-A", wire("100")), FundLimit.order("PO-B", wire("200")));

    @Test
    void what_is_left_is_told_of_the_orders_that_the_work_draws_from() {
        assertThat(events(FundsReserved.class, ORDERS, ask(1, "150"), ask(2, "20")))
                .extracting(FundsReserved::getAvailableAfter)
                .containsExactly(wire("0"), wire("130"));
    }

    @Test
    void work_that_asks_for_more_counts_what_it_has_already_as_its_own() {
        assertThat(events(FundsReserved.class, capped("200"), ask(1, "60"), ask(1, "90"))
                        .getLast())
                .extracting(FundsReserved::getAvailableAfter)
                .isEqualTo(wire("110"));
    }

    @Test
    void credited_work_has_its_funds_again() {
        var credit = new RestoreFunds(FUNDING, "credit-note:c-1", null, FundingExamples.portions("1=80.00"));

        assertThat(standing(capped("100"), ask(1, "80"), draft(null, "1=80.00"), consume(null, "1=80.00"), credit))
                .containsEntry(entry(1), "80.00+0.00");
    }

    @Test
    void a_used_up_order_concerns_finance_and_a_limit_those_who_plan_the_work() {
        var sent = new SentCommands();
        var raise = new ProcessUnderTest(new WhenFundsRunShortThenRaise(sent));

        events(FundsRanShort.class, capped("100"), ask(1, "120")).forEach(raise::on);
        events(FundsRanShort.class, ORDERS, ask(1, "301")).forEach(raise::on);

        assertThat(sent.of(RaiseException.class))
                .extracting(RaiseException::ownerRole)
                .containsExactly(OwnerRole.PMO, OwnerRole.FINANCE_OPERATIONS);
        assertThat(sent.of(RaiseException.class).getFirst().sentence()).contains("line-1", "contract:K-1");
        assertThat(sent.of(RaiseException.class).getLast().sentence()).contains("Enter another order");
    }

    @Test
    void work_that_may_not_be_parted_gets_the_first_order_that_has_it_whole() {
        assertThat(standing(
                        ORDERS, work(1, 1, 0, false, "150"), work(2, 1, 0, false, "100"), work(3, 1, 0, false, "51")))
                .containsEntry(entry(1), "PO-B:150.00+0.00")
                .containsEntry(entry(2), "PO-A:100.00+0.00")
                .containsEntry(entry(3), "0.00+51.00");
    }

    @Test
    void work_that_may_not_be_parted_waits_whole_for_its_limit() {
        assertThat(standing(capped("100"), work(1, 1, 0, false, "100.01"))).containsEntry(entry(1), "0.00+100.01");
        assertThat(standing(capped("100"), work(1, 1, 0, false, "100"))).containsEntry(entry(1), "100.00+0.00");
    }
}
