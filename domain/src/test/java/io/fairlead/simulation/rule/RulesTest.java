package io.fairlead.simulation.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.event.InvoiceApproved;
import io.fairlead.billing.event.InvoiceDrafted;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.InvoiceLinesAdded;
import io.fairlead.billing.event.NumberAssigned;
import io.fairlead.billing.event.PaymentApplied;
import io.fairlead.billing.event.TaxRow;
import io.fairlead.simulation.Recorded;
import io.fairlead.time.event.TimeApprovalWithdrawn;
import io.fairlead.time.event.TimeBilled;
import io.fairlead.time.event.TimeCosted;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimePutOnDraft;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each rule can fail: a cent moved, an event lost or doubled in a history that was right is seen. */
class RulesTest extends PlantedFaults {

    private static final List<Recorded> BILLED = uncapped(TimeBilled.class, PaymentApplied.class, TimeCosted.class);

    RulesTest() {
        super(BILLED);
    }

    @Test
    void a_history_that_was_not_touched_is_right() {
        assertThat(Rules.broken(right)).isEmpty();
    }

    @Test
    void a_code_that_no_contract_knows_is_seen() {
        assertSeen(
                "TimePriced breaks its contract, unit: text 'WEEK' is none of DAY, HOUR",
                changed(
                        TimePriced.class,
                        priced -> TimePriced.newBuilder(priced).setUnit("WEEK").build()));
    }

    @Test
    void an_author_who_is_nobody_is_seen() {
        assertSeen(
                "InvoiceLinesAdded breaks its contract, authors[0]: empty text '' is no issuer|subject",
                changed(InvoiceLinesAdded.class, added -> InvoiceLinesAdded.newBuilder(added)
                        .setAuthors(List.of(""))
                        .build()));
    }

    @Test
    void a_price_off_by_a_cent_is_seen() {
        assertSeen("costs", changed(TimePriced.class, priced -> TimePriced.newBuilder(priced)
                .setAmount(priced.getAmount().add(CENT))
                .build()));
    }

    @Test
    void a_price_by_another_row_is_seen() {
        assertSeen("due is one of", changed(TimePriced.class, priced -> TimePriced.newBuilder(priced)
                .setRateId("another")
                .build()));
    }

    @Test
    void a_lost_price_is_seen() {
        // Of an approval that was taken back none is due.
        var lasting = right.stream()
                .filter(each -> each.event() instanceof TimePriced)
                .filter(each -> right.stream()
                        .noneMatch(other ->
                                other.stream().equals(each.stream()) && other.event() instanceof TimeApprovalWithdrawn))
                .reduce((_, later) -> later)
                .orElseThrow();
        assertSeen("prices is 0, due is 1", without(lasting));
    }

    @Test
    void a_cost_off_by_a_cent_is_seen() {
        assertSeen("the cost of", changed(TimeCosted.class, costed -> TimeCosted.newBuilder(costed)
                .setAmount(costed.getAmount().add(CENT))
                .build()));
    }

    @Test
    void an_hour_claimed_by_a_second_draft_is_seen() {
        var put = first(TimePutOnDraft.class);
        var again = TimePutOnDraft.newBuilder((TimePutOnDraft) put.event())
                .setInvoiceId("invoice:another")
                .build();
        assertSeen("on its way to DRAFTED is DRAFTED", with(put.position(), put.stream(), again));
    }

    @Test
    void an_hour_billed_twice_is_seen() {
        var billed = first(TimeBilled.class);
        assertSeen("on its way to BILLED is BILLED", with(billed.position(), billed.stream(), billed.event()));
    }

    @Test
    void a_lost_billing_is_seen() {
        assertSeen("is DRAFTED, due is BILLED", without(first(TimeBilled.class)));
    }

    @Test
    void a_line_lost_from_a_draft_is_seen() {
        assertSeen("on no document", without(last(InvoiceLinesAdded.class)));
    }

    @Test
    void a_run_that_left_something_out_is_seen() {
        var late = right.stream()
                .filter(each -> !(each.event() instanceof TimePutOnDraft))
                .toList();
        assertSeen("left out", late);
    }

    @Test
    void a_draft_that_does_not_add_up_is_seen() {
        assertSeen("the net of draft", changed(InvoiceDrafted.class, draft -> InvoiceDrafted.newBuilder(draft)
                .setNet(draft.getNet().add(CENT))
                .build()));
    }

    @Test
    void a_tax_off_by_a_cent_is_seen() {
        assertSeen("the tax ", changed(InvoiceApproved.class, RulesTest::taxOffByACent));
    }

    private static InvoiceApproved taxOffByACent(InvoiceApproved approved) {
        var rows = new ArrayList<>(approved.getTaxRows());
        var row = rows.getFirst();
        rows.set(0, TaxRow.newBuilder(row).setTax(row.getTax().add(CENT)).build());
        return InvoiceApproved.newBuilder(approved)
                .setTaxRows(rows)
                .setTax(approved.getTax().add(CENT))
                .setGross(approved.getGross().add(CENT))
                .build();
    }

    @Test
    void an_invoice_issued_otherwise_than_approved_is_seen() {
        assertSeen("the gross issued", changed(InvoiceIssued.class, issued -> InvoiceIssued.newBuilder(issued)
                .setGross(issued.getGross().add(CENT))
                .build()));
    }

    @Test
    void a_gap_in_the_numbers_is_seen() {
        assertSeen("the next number", changed(NumberAssigned.class, number -> NumberAssigned.newBuilder(number)
                .setNumber(number.getNumber() + 1)
                .build()));
    }

    @Test
    void money_applied_twice_is_seen() {
        var paid = first(PaymentApplied.class);
        assertSeen("is applied twice", with(paid.position(), paid.stream(), paid.event()));
    }

    @Test
    void a_staged_invoice_that_was_never_issued_is_seen() {
        assertSeen("is staged but not issued", without(first(InvoiceIssued.class)));
    }
}
