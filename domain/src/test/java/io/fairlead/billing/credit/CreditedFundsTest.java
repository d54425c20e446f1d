package io.fairlead.billing.credit;

import static io.fairlead.billing.credit.CreditExamples.CREDIT;
import static io.fairlead.billing.credit.CreditExamples.CREDIT_DAY;
import static io.fairlead.billing.credit.CreditExamples.creditDrafted;
import static io.fairlead.billing.credit.CreditExamples.eightHours;
import static io.fairlead.billing.invoice.BillingExamples.drafted;
import static io.fairlead.billing.invoice.BillingExamples.linesAdded;
import static io.fairlead.billing.item.BillingItemExamples.corrected;
import static io.fairlead.billing.item.BillingItemExamples.itemReady;
import static io.fairlead.billing.item.BillingItemExamples.reopened;
import static io.fairlead.billing.item.BillingItemExamples.writtenOff;
import static io.fairlead.testing.Cast.CONTRACT;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.event.CreditNoteIssued;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.InvoiceLineRemoved;
import io.fairlead.billing.invoice.BillingExamples;
import io.fairlead.funding.DraftFunds.Portion;
import io.fairlead.funding.FundingId;
import io.fairlead.funding.ReserveFunds;
import io.fairlead.funding.RestoreFunds;
import io.fairlead.funding.TakeFundsOffDraft;
import io.fairlead.funding.WhenInvoiceIssuedOrDroppedThenConsumeOrReleaseFunds;
import io.fairlead.funding.WhenWorkPricedThenReserve;
import io.fairlead.shared.RuleViolated;
import io.fairlead.testing.KnownHistory;
import io.fairlead.testing.KnownLimits;
import io.fairlead.testing.ProcessUnderTest;
import io.fairlead.testing.SentCommands;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a limit gets back when an invoice is credited or a draft loses a line. */
class CreditedFundsTest {

    private static final FundingId FUNDING = FundingId.of(CONTRACT);

    private final SentCommands sent = new SentCommands();
    private final KnownHistory history = new KnownHistory();

    @Test
    void a_credit_gives_back_what_its_lines_used() {
        settling(true).on(creditIssued());

        assertThat(sent.commands())
                .containsExactly(new RestoreFunds(
                        FUNDING,
                        CREDIT.value(),
                        "PO-7",
                        List.of(new Portion("time-entry:e-1", 1, wire("300"), wire("300"), 7_200, WORK_DAY))));
        assertThat(sent.keys()).containsExactly("restore/credit-note:crn-1");
    }

    @Test
    void a_credit_of_a_contract_without_limits_gives_nothing_back() {
        settling(false).on(creditIssued());

        assertThat(sent.commands()).isEmpty();
    }

    @Test
    void limits_that_are_not_watched_yet_are_passed_over() {
        sent.refuse(RestoreFunds.class, new RuleViolated("G-03", "fundingId", "funding:K-1 does not exist", "wait"));

        settling(true).on(creditIssued());

        assertThat(sent.of(RestoreFunds.class)).hasSize(1);
    }

    @Test
    void a_line_removed_from_a_draft_lets_its_funds_go() {
        var removed = removed();
        history.with(
                INVOICE.value(),
                linesAdded(
                        BillingExamples.line(1, "time-entry:e-1", "60"),
                        BillingExamples.line(2, "time-entry:e-2", "40")),
                drafted(2, "100"),
                removed);

        settling(true).on(removed);

        assertThat(sent.commands())
                .containsExactly(new TakeFundsOffDraft(FUNDING, INVOICE, List.of("time-entry:e-1"), "too early"));
    }

    @Test
    void a_source_that_stands_on_another_line_keeps_its_funds() {
        var removed = removed();
        history.with(
                INVOICE.value(),
                linesAdded(
                        BillingExamples.line(1, "time-entry:e-1", "60"),
                        BillingExamples.line(2, "time-entry:e-1", "40")),
                drafted(2, "100"),
                removed);

        settling(true).on(removed);

        assertThat(sent.commands()).isEmpty();
    }

    @Test
    void an_item_that_was_corrected_or_given_up_asks_for_less() {
        var first = corrected("1500");
        var second = writtenOff("500", true);
        history.with("billing-item:m-1", itemReady(), first, second);

        new ProcessUnderTest(new WhenWorkPricedThenReserve(new KnownLimits(true), sent, history)).on(second);

        assertThat(sent.of(ReserveFunds.class)).singleElement().satisfies(asked -> assertThat(asked.worth())
                .isEqualByComparingTo("3000"));
    }

    /** It was billed before its line had a limit, and nobody asked for it then. */
    @Test
    void an_item_that_is_unbilled_again_asks_for_what_it_is_worth() {
        var reopened = reopened("500");
        history.with("billing-item:m-1", itemReady(), reopened);

        reserving().on(reopened);

        assertThat(worthAsked()).isEqualByComparingTo(itemReady().getAmount());
    }

    @Test
    void a_repeat_asks_not_for_what_was_credited_meanwhile() {
        history.with("billing-item:m-1", itemReady(), corrected("1500"));

        reserving().on(itemReady());

        assertThat(worthAsked()).isEqualByComparingTo("3500");
    }

    private ProcessUnderTest reserving() {
        return new ProcessUnderTest(new WhenWorkPricedThenReserve(new KnownLimits(true), sent, history));
    }

    private BigDecimal worthAsked() {
        return sent.of(ReserveFunds.class).getFirst().worth();
    }

    private ProcessUnderTest settling(boolean limited) {
        return new ProcessUnderTest(
                new WhenInvoiceIssuedOrDroppedThenConsumeOrReleaseFunds(new KnownLimits(limited), sent, history));
    }

    private static CreditNoteIssued creditIssued() {
        var invoice = (InvoiceIssued) eightHours().getLast();
        return CreditNoteEvents.issued(
                new IssueCreditNote(CREDIT, "GMBH-CRN-2026-000001", "CRN", 2026, CREDIT_DAY, invoice), creditDrafted());
    }

    private static InvoiceLineRemoved removed() {
        return InvoiceLineRemoved.newBuilder()
                .setInvoiceId(INVOICE.value())
                .setLineNo(1)
                .setSourceId("time-entry:e-1")
                .setPortionNo(1)
                .setNet(wire("60"))
                .setCurrency("EUR")
                .setReason("too early")
                .setRemovedBy("idp|controller")
                .build();
    }
}
