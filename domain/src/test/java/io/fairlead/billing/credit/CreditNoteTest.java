package io.fairlead.billing.credit;

import static io.fairlead.billing.credit.CreditExamples.CONTROLLER;
import static io.fairlead.billing.credit.CreditExamples.CREDIT;
import static io.fairlead.billing.credit.CreditExamples.CREDIT_DAY;
import static io.fairlead.billing.credit.CreditExamples.creditDrafted;
import static io.fairlead.billing.credit.CreditExamples.eightHours;
import static io.fairlead.billing.credit.CreditExamples.twoHoursGranted;
import static io.fairlead.testing.Cast.BILLER;
import static io.fairlead.testing.Cast.EVENING;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.testing.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.event.CreditNoteApproved;
import io.fairlead.billing.event.CreditNoteIssued;
import io.fairlead.billing.event.CreditNotePosted;
import io.fairlead.billing.event.CreditNoteStaged;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.invoice.BillingExamples;
import io.fairlead.testing.SamePerson;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** The life of a credit note, command by command. */
class CreditNoteTest {

    private static final CreditNoteApproved APPROVED =
            CreditNoteEvents.approved(new ApproveCreditNote(CREDIT, CONTROLLER, EVENING), creditDrafted());
    private static final CreditNoteStaged STAGED =
            CreditNoteEvents.staged(new RecordCreditNoteStaged(CREDIT, "ERP-9", wire("360")), creditDrafted());
    private static final IssueCreditNote ISSUE =
            new IssueCreditNote(CREDIT, "GMBH-CRN-2026-000001", "CRN", 2026, CREDIT_DAY, (InvoiceIssued)
                    eightHours().getLast());
    private static final CreditNoteIssued ISSUED = CreditNoteEvents.issued(ISSUE, creditDrafted());
    private static final RecordCreditNotePosted POST = new RecordCreditNotePosted(CREDIT, "GMBH-000002", CREDIT_DAY);
    private static final RecordCreditNoteRefused REFUSE =
            new RecordCreditNoteRefused(CREDIT, "STAGE", "PERIOD_CLOSED", "closed", "1.1");
    private static final DiscardCreditNote DISCARD = new DiscardCreditNote(CREDIT, "not agreed");

    private final FixtureConfiguration<CreditNote> credit = new AggregateTestFixture<>(CreditNote.class);

    @Test
    void it_is_drawn_up_as_the_invoice_granted_it() {
        credit.givenNoPriorActivity()
                .when(new DraftCreditNote(CREDIT, twoHoursGranted()))
                .expectEvents(creditDrafted());
        nothing(List.of(creditDrafted()), new DraftCreditNote(CREDIT, twoHoursGranted()));
    }

    @Test
    void a_second_person_approves_it_once() {
        var approve = new ApproveCreditNote(CREDIT, CONTROLLER, EVENING);
        credit.given(creditDrafted()).when(approve).expectEvents(APPROVED);
        nothing(List.of(creditDrafted(), APPROVED), approve);
    }

    @Test
    void nobody_approves_a_credit_they_asked_for() {
        SamePerson.comesAgain(
                BILLER,
                again -> refused("K-01", List.of(creditDrafted()), new ApproveCreditNote(CREDIT, again, EVENING)));
    }

    @Test
    void it_is_discarded_once_and_then_not_approved() {
        var discarded = CreditNoteEvents.discarded(DISCARD, creditDrafted());
        credit.given(creditDrafted()).when(DISCARD).expectEvents(discarded);
        nothing(List.of(creditDrafted(), discarded), DISCARD);
        refused("K-08", List.of(creditDrafted(), discarded), new ApproveCreditNote(CREDIT, CONTROLLER, EVENING));
    }

    @Test
    void an_approved_credit_note_is_not_discarded() {
        refused("K-10", List.of(creditDrafted(), APPROVED), DISCARD);
    }

    @Test
    void the_erp_holds_it_with_equal_figures() {
        var staged = new RecordCreditNoteStaged(CREDIT, "ERP-9", wire("360"));
        credit.given(creditDrafted(), APPROVED).when(staged).expectEvents(STAGED);
        nothing(List.of(creditDrafted(), APPROVED, STAGED), staged);
        refused(
                "K-09",
                List.of(creditDrafted(), APPROVED),
                new RecordCreditNoteStaged(CREDIT, "ERP-9", wire("360.01")));
        refused("K-08", List.of(creditDrafted()), staged);
    }

    @Test
    void it_is_issued_with_the_invoices_parties_and_its_own_number() {
        credit.given(creditDrafted(), APPROVED, STAGED).when(ISSUE).expectEvents(ISSUED);
        nothing(List.of(creditDrafted(), APPROVED, STAGED, ISSUED), ISSUE);

        assertThat(ISSUED.getDocumentType()).isEqualTo("381");
        assertThat(ISSUED.getInvoiceNumber()).isEqualTo(BillingExamples.NUMBER);
        assertThat(ISSUED.getSeller()).isEqualTo("Firm GmbH, Berlin");
        assertThat(List.of(ISSUED.getNet(), ISSUED.getTax(), ISSUED.getGross()))
                .containsExactly(wire("300"), wire("60"), wire("360"));
    }

    @Test
    void nothing_is_issued_that_the_erp_has_not_accepted() {
        refused("K-08", List.of(creditDrafted(), APPROVED), ISSUE);
        refused("K-08", List.of(creditDrafted()), ISSUE);
    }

    @Test
    void it_is_posted_once_and_only_after_its_issue() {
        CreditNotePosted posted = CreditNoteEvents.posted(POST);
        credit.given(creditDrafted(), APPROVED, STAGED, ISSUED).when(POST).expectEvents(posted);
        nothing(List.of(creditDrafted(), APPROVED, STAGED, ISSUED, posted), POST);
        refused("K-08", List.of(creditDrafted(), APPROVED, STAGED), POST);
    }

    @Test
    void a_refusal_by_the_erp_is_recorded_once() {
        var refusal = CreditNoteEvents.refused(REFUSE);
        credit.given(creditDrafted(), APPROVED).when(REFUSE).expectEvents(refusal);
        nothing(List.of(creditDrafted(), APPROVED, refusal), REFUSE);
        refused("K-08", List.of(creditDrafted()), REFUSE);
    }

    @Test
    void sent_again_and_refused_in_the_same_words_it_is_told_again() {
        var again = new RecordCreditNoteRefused(CREDIT, "STAGE", "PERIOD_CLOSED", "closed", "1.2");
        credit.given(creditDrafted(), APPROVED, CreditNoteEvents.refused(REFUSE))
                .when(again)
                .expectEvents(CreditNoteEvents.refused(again));
    }

    @Test
    void what_the_erp_refused_is_given_up_and_then_nothing_comes_of_it_any_more() {
        var refusal = CreditNoteEvents.refused(REFUSE);
        var discarded = CreditNoteEvents.discarded(DISCARD, creditDrafted());
        credit.given(creditDrafted(), APPROVED, refusal).when(DISCARD).expectEvents(discarded);
        var gone = List.of(creditDrafted(), APPROVED, refusal, discarded);
        nothing(gone, new RecordCreditNoteStaged(CREDIT, "ERP-9", wire("360")));
        nothing(gone, new RecordCreditNoteRefused(CREDIT, "STAGE", "PERIOD_CLOSED", "closed", "1.2"));
        refused("K-10", List.of(creditDrafted(), APPROVED, refusal, STAGED), DISCARD);
    }

    private void nothing(List<?> before, Object command) {
        new AggregateTestFixture<>(CreditNote.class)
                .given(before)
                .when(command)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    private void refused(String code, List<?> before, Object command) {
        new AggregateTestFixture<>(CreditNote.class)
                .given(before)
                .when(command)
                .expectException(refusal(code))
                .expectNoEvents();
    }
}
