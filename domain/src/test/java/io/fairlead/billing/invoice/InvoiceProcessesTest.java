package io.fairlead.billing.invoice;

import static io.fairlead.billing.invoice.BillingExamples.NUMBER;
import static io.fairlead.billing.invoice.BillingExamples.PARTIES;
import static io.fairlead.billing.invoice.BillingExamples.approved;
import static io.fairlead.billing.invoice.BillingExamples.discarded;
import static io.fairlead.billing.invoice.BillingExamples.drafted;
import static io.fairlead.billing.invoice.BillingExamples.issued;
import static io.fairlead.billing.invoice.BillingExamples.line;
import static io.fairlead.billing.invoice.BillingExamples.linesAdded;
import static io.fairlead.billing.invoice.BillingExamples.staged;
import static io.fairlead.testing.Cast.ENTRY;
import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.ISSUE_DAY;
import static io.fairlead.testing.Cast.ITEM;
import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.billing.event.InvoiceDiscarded;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.InvoicePostingRefused;
import io.fairlead.billing.event.NumberAssigned;
import io.fairlead.billing.item.BillBillingItem;
import io.fairlead.billing.item.TakeBillingItemOffDraft;
import io.fairlead.exception.RaiseException;
import io.fairlead.exception.Stake;
import io.fairlead.party.event.LegalEntityRegistered;
import io.fairlead.shared.RuleViolated;
import io.fairlead.testing.KnownHistory;
import io.fairlead.testing.ProcessUnderTest;
import io.fairlead.testing.SentCommands;
import io.fairlead.time.BillTime;
import io.fairlead.time.TakeTimeOffDraft;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What happens by itself to an approved invoice: number, issue, settlement of its lines, refusals. */
class InvoiceProcessesTest {

    private static final InvoiceIssued ISSUED = issued("0".repeat(64));

    private final SentCommands sent = new SentCommands();
    private final KnownHistory history = new KnownHistory()
            .with(
                    "invoice:inv-1",
                    linesAdded(line(1, "time-entry:e-1", "60"), line(2, "billing-item:m-1", "40")),
                    approved())
            .with(
                    "legal-entity:GMBH",
                    LegalEntityRegistered.newBuilder()
                            .setLegalEntityId("legal-entity:GMBH")
                            .setName("Firm GmbH")
                            .setCountry("DE")
                            .setCurrency("EUR")
                            .setSellerTaxId("DE999")
                            .setZone("Europe/Berlin")
                            .setNumbering("FAIRLEAD")
                            .setInvoiceSeries("INV")
                            .setStandardRateCardId("rate-card:standard")
                            .build());

    @Test
    void a_staged_invoice_asks_for_its_number() {
        issuing().on(staged());

        assertThat(sent.commands())
                .containsExactly(new AssignNumber(
                        NumberSeriesId.of("GMBH-INV-2026"), GMBH, "INV", 2026, INVOICE.value(), ISSUE_DAY));
        assertThat(sent.keys()).containsExactly("number/invoice:inv-1");
    }

    @Test
    void a_numbered_invoice_is_issued() {
        issuing()
                .on(NumberAssigned.newBuilder()
                        .setNumberSeriesId("number-series:GMBH-INV-2026")
                        .setLegalEntityId("legal-entity:GMBH")
                        .setSeries("INV")
                        .setYear(2026)
                        .setNumber(1)
                        .setText(NUMBER)
                        .setDocumentId("invoice:inv-1")
                        .setIssueDate(ISSUE_DAY)
                        .build());

        assertThat(sent.commands())
                .containsExactly(new IssueInvoice(INVOICE, NUMBER, "INV", 2026, ISSUE_DAY, PARTIES, null));
    }

    @Test
    void what_stands_on_an_issued_invoice_is_billed() {
        settling().on(ISSUED);

        assertThat(sent.commands())
                .containsExactly(
                        new BillTime(ENTRY, INVOICE, NUMBER, 1, ISSUE_DAY),
                        new BillBillingItem(ITEM, INVOICE, NUMBER, 2, ISSUE_DAY));
        assertThat(sent.keys())
                .containsExactly("bill/time-entry:e-1/invoice:inv-1", "bill/billing-item:m-1/invoice:inv-1");
    }

    @Test
    void a_line_that_cannot_be_billed_stops_the_process() {
        sent.refuse(BillTime.class, new RuleViolated("T-08", "the time is not on this draft"));

        assertThatThrownBy(() -> settling().on(ISSUED)).hasMessageStartingWith("T-08");
    }

    @Test
    void what_a_discarded_draft_claimed_is_let_go() {
        var both = InvoiceDiscarded.newBuilder(discarded())
                .setSourceIds(List.of("time-entry:e-1", "billing-item:m-1"))
                .build();
        settling().on(both);

        assertThat(sent.commands())
                .containsExactly(
                        new TakeTimeOffDraft(ENTRY, INVOICE, "wrong month"),
                        new TakeBillingItemOffDraft(ITEM, INVOICE, "wrong month"));
    }

    @Test
    void work_that_is_not_let_go_stops_the_process() {
        sent.refuse(TakeTimeOffDraft.class, new RuleViolated("T-08", "the time is billed"));
        var removed = InvoiceReviewEvents.removed(
                line(1, "time-entry:e-1", "60"), drafted(1, "60"), null, "too early", "idp|lead");

        assertThatThrownBy(() -> settling().on(discarded())).hasMessageStartingWith("T-08");
        assertThatThrownBy(() -> settling().on(removed)).hasMessageStartingWith("T-08");
    }

    @Test
    void a_refusal_by_the_erp_is_told_with_the_money_at_stake() {
        new ProcessUnderTest(new WhenPostingRefusedThenRaise(sent, history))
                .on(InvoicePostingRefused.newBuilder()
                        .setInvoiceId("invoice:inv-1")
                        .setStep("STAGE")
                        .setCode("PERIOD_CLOSED")
                        .setReason("closed")
                        .build());

        assertThat(sent.of(RaiseException.class)).singleElement().satisfies(raised -> {
            assertThat(raised.code()).isEqualTo("POSTING_REFUSED");
            assertThat(raised.stake()).isEqualTo(new Stake(wire("119"), "EUR"));
            assertThat(raised.sentence()).contains("PERIOD_CLOSED");
        });
    }

    private ProcessUnderTest issuing() {
        return new ProcessUnderTest(new WhenInvoiceStagedThenIssue(
                (entity, customer, contract, day) -> PARTIES, (one, other, day) -> Optional.empty(), sent, history));
    }

    private ProcessUnderTest settling() {
        return new ProcessUnderTest(new WhenInvoiceIssuedOrDroppedThenBillOrReleaseWork(sent, history));
    }
}
