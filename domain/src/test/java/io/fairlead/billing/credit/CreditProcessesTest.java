package io.fairlead.billing.credit;

import static io.fairlead.billing.credit.CreditExamples.CREDIT;
import static io.fairlead.billing.credit.CreditExamples.CREDIT_DAY;
import static io.fairlead.billing.credit.CreditExamples.creditDrafted;
import static io.fairlead.billing.credit.CreditExamples.eightHours;
import static io.fairlead.billing.credit.CreditExamples.twoHoursGranted;
import static io.fairlead.testing.Cast.ENTRY;
import static io.fairlead.testing.Cast.EVENING;
import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.InvoiceLineRemoved;
import io.fairlead.billing.event.NumberAssigned;
import io.fairlead.billing.invoice.AssignNumber;
import io.fairlead.billing.invoice.BillingExamples;
import io.fairlead.billing.invoice.NumberSeriesId;
import io.fairlead.billing.invoice.RemoveSourceFromInvoice;
import io.fairlead.billing.invoice.WhenInvoiceIssuedOrDroppedThenBillOrReleaseWork;
import io.fairlead.billing.invoice.WhenInvoiceStagedThenIssue;
import io.fairlead.billing.invoice.WhenPostingRefusedThenRaise;
import io.fairlead.billing.invoice.WhenTimeChangeRequestedThenRemoveLine;
import io.fairlead.exception.RaiseException;
import io.fairlead.exception.ResolveException;
import io.fairlead.exception.Stake;
import io.fairlead.exception.event.ExceptionRaised;
import io.fairlead.shared.Disposition;
import io.fairlead.shared.RuleViolated;
import io.fairlead.testing.KnownHistory;
import io.fairlead.testing.ProcessUnderTest;
import io.fairlead.testing.SentCommands;
import io.fairlead.time.CreditTime;
import io.fairlead.time.RefuseTimeChange;
import io.fairlead.time.TakeTimeOffDraft;
import io.fairlead.time.event.TimeChangeRequested;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What happens by itself to a credit: draft, number, issue, settlement, refusal. */
class CreditProcessesTest {

    private static final String NUMBER = "GMBH-CRN-2026-000001";
    private static final InvoiceIssued INVOICED = (InvoiceIssued) eightHours().getLast();
    private static final IssueCreditNote ISSUE = new IssueCreditNote(CREDIT, NUMBER, "CRN", 2026, CREDIT_DAY, INVOICED);

    private final SentCommands sent = new SentCommands();
    private final KnownHistory history =
            new KnownHistory().with(CREDIT.value(), creditDrafted()).with(INVOICE.value(), INVOICED);

    @Test
    void a_granted_credit_is_drawn_up() {
        new ProcessUnderTest(new WhenCreditGrantedThenDraft(sent)).on(twoHoursGranted());

        assertThat(sent.commands()).containsExactly(new DraftCreditNote(CREDIT, twoHoursGranted()));
        assertThat(sent.keys()).containsExactly("draft/credit-note:crn-1/" + INVOICE.value());
    }

    @Test
    void a_discarded_credit_note_gives_its_part_back() {
        new ProcessUnderTest(new WhenCreditGrantedThenDraft(sent))
                .on(CreditNoteEvents.discarded(new DiscardCreditNote(CREDIT, "not agreed"), creditDrafted()));

        assertThat(sent.commands()).containsExactly(new ReleaseCredit(INVOICE, CREDIT, "not agreed"));
    }

    @Test
    void a_staged_credit_note_asks_for_a_number_of_its_own_series() {
        issuing().on(CreditNoteEvents.staged(new RecordCreditNoteStaged(CREDIT, "E-1", wire("360")), creditDrafted()));

        assertThat(sent.commands())
                .containsExactly(new AssignNumber(
                        NumberSeriesId.of("GMBH-CRN-2026"), GMBH, "CRN", 2026, CREDIT.value(), CREDIT_DAY));
    }

    @Test
    void a_numbered_credit_note_is_issued_as_its_invoice_was() {
        issuing().on(numbered(CREDIT.value()));
        issuing().on(numbered(INVOICE.value()));

        assertThat(sent.commands()).containsExactly(ISSUE);
    }

    @Test
    void the_number_of_a_credit_note_issues_no_invoice() {
        new ProcessUnderTest(new WhenInvoiceStagedThenIssue(
                        (entity, customer, contract, day) -> BillingExamples.PARTIES,
                        (one, other, day) -> Optional.empty(),
                        sent,
                        history))
                .on(numbered(CREDIT.value()));

        assertThat(sent.commands()).isEmpty();
    }

    @Test
    void an_issued_credit_note_lowers_what_is_open() {
        new ProcessUnderTest(new WhenCreditNoteIssuedThenApply(sent))
                .on(CreditNoteEvents.issued(ISSUE, creditDrafted()));

        assertThat(sent.of(ApplyCredit.class)).containsExactly(new ApplyCredit(INVOICE, CREDIT, NUMBER, CREDIT_DAY));
    }

    @Test
    void each_source_learns_what_becomes_of_its_part() {
        new ProcessUnderTest(new WhenCreditNoteIssuedThenApply(sent))
                .on(CreditNoteEvents.issued(ISSUE, creditDrafted()));

        assertThat(sent.of(CreditTime.class))
                .containsExactly(new CreditTime(
                        ENTRY, CREDIT.value(), 1, 7_200, wire("300"), Disposition.CORRECTED, CREDIT_DAY));
        assertThat(sent.keys()).contains("credit/credit-note:crn-1/1");
    }

    @Test
    void a_source_that_refuses_its_credit_stops_the_process() {
        sent.refuse(CreditTime.class, new RuleViolated("T-10", "nothing of the time is billed"));
        var settling = new ProcessUnderTest(new WhenCreditNoteIssuedThenApply(sent));

        assertThatThrownBy(() -> settling.on(CreditNoteEvents.issued(ISSUE, creditDrafted())))
                .hasMessageStartingWith("T-10");
    }

    @Test
    void time_that_is_to_change_leaves_its_draft_unless_that_is_approved() {
        var asked = TimeChangeRequested.newBuilder()
                .setTimeEntryId(ENTRY.value())
                .setLegalEntityId(GMBH.value())
                .setChange("CORRECT")
                .setSeconds(60)
                .setInvoiceIds(List.of(INVOICE.value()))
                .setReason("typing error")
                .setRequestedBy("idp|clerk")
                .build();
        var changing = new ProcessUnderTest(new WhenTimeChangeRequestedThenRemoveLine(sent));
        changing.on(asked);
        assertThat(sent.commands())
                .containsExactly(new RemoveSourceFromInvoice(INVOICE, ENTRY.value(), "typing error", "idp|clerk"));

        sent.refuse(RemoveSourceFromInvoice.class, new RuleViolated("B-13", "the invoice is approved"));
        changing.on(asked);
        assertThat(sent.of(RefuseTimeChange.class))
                .containsExactly(new RefuseTimeChange(ENTRY, INVOICE, "the invoice is approved"));
    }

    @Test
    void a_credit_note_that_the_erp_refuses_is_told() {
        new ProcessUnderTest(new WhenPostingRefusedThenRaise(sent, history))
                .on(CreditNoteEvents.refused(
                        new RecordCreditNoteRefused(CREDIT, "STAGE", "PERIOD_CLOSED", "closed", "1.1")));

        assertThat(sent.of(RaiseException.class)).singleElement().satisfies(raised -> {
            assertThat(raised.code()).isEqualTo("POSTING_REFUSED");
            assertThat(raised.stake()).isEqualTo(new Stake(wire("360"), "EUR"));
        });
    }

    @Test
    void what_the_erp_took_in_the_end_or_what_was_given_up_is_nobodys_work_any_more() {
        var item = RaiseException.idOf("POSTING_REFUSED", CREDIT.value());
        var process = new ProcessUnderTest(new WhenRefusedCreditNoteIsSettledThenClose(sent, history));
        var discarded = CreditNoteEvents.discarded(new DiscardCreditNote(CREDIT, "not agreed"), creditDrafted());
        process.on(discarded);
        assertThat(sent.commands()).as("it never was refused").isEmpty();

        history.with(
                item.value(),
                ExceptionRaised.newBuilder()
                        .setExceptionId(item.value())
                        .setOccurrence(1)
                        .setCode("POSTING_REFUSED")
                        .setSubjectId(CREDIT.value())
                        .setSentence("refused")
                        .setOwnerRole("FINANCE_OPERATIONS")
                        .setRaisedAt(EVENING)
                        .setDueAt(EVENING)
                        .build());
        process.on(discarded);
        process.on(CreditNoteEvents.staged(new RecordCreditNoteStaged(CREDIT, "E-1", wire("360")), creditDrafted()));
        process.on(CreditNoteEvents.posted(new RecordCreditNotePosted(CREDIT, "E-9", CREDIT_DAY)));
        assertThat(sent.of(ResolveException.class))
                .extracting(ResolveException::exceptionId, ResolveException::resolution)
                .containsExactly(
                        tuple(item, "it was given up"),
                        tuple(item, "the ERP has accepted it"),
                        tuple(item, "the ERP has booked it"));
    }

    @Test
    void what_a_removed_line_billed_is_let_go() {
        new ProcessUnderTest(new WhenInvoiceIssuedOrDroppedThenBillOrReleaseWork(sent, history))
                .on(InvoiceLineRemoved.newBuilder()
                        .setInvoiceId(INVOICE.value())
                        .setLineNo(1)
                        .setSourceId(ENTRY.value())
                        .setPortionNo(1)
                        .setNet(wire("60"))
                        .setCurrency("EUR")
                        .setReason("too early")
                        .setRemovedBy("idp|controller")
                        .build());

        assertThat(sent.commands()).containsExactly(new TakeTimeOffDraft(ENTRY, INVOICE, "too early"));
    }

    private ProcessUnderTest issuing() {
        return new ProcessUnderTest(new WhenCreditNoteStagedThenIssue(sent, history));
    }

    private static NumberAssigned numbered(String document) {
        return NumberAssigned.newBuilder()
                .setNumberSeriesId("number-series:GMBH-CRN-2026")
                .setLegalEntityId("legal-entity:GMBH")
                .setSeries("CRN")
                .setYear(2026)
                .setNumber(1)
                .setText(NUMBER)
                .setDocumentId(document)
                .setIssueDate(CREDIT_DAY)
                .build();
    }
}
