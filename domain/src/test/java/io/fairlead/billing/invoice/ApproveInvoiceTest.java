package io.fairlead.billing.invoice;

import static io.fairlead.billing.invoice.BillingExamples.TAX;
import static io.fairlead.billing.invoice.BillingExamples.approved;
import static io.fairlead.billing.invoice.BillingExamples.discarded;
import static io.fairlead.billing.invoice.BillingExamples.drafted;
import static io.fairlead.billing.invoice.BillingExamples.oneLine;
import static io.fairlead.billing.invoice.BillingExamples.taxRow;
import static io.fairlead.billing.invoice.BillingExamples.taxed;
import static io.fairlead.billing.invoice.BillingExamples.untilApproval;
import static io.fairlead.testing.Cast.ANA_HERSELF;
import static io.fairlead.testing.Cast.BILLER;
import static io.fairlead.testing.Cast.CLERK;
import static io.fairlead.testing.Cast.EVENING;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.LEAD;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.testing.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.einvoice.EInvoiceFinding;
import io.fairlead.billing.einvoice.EInvoicePolicy;
import io.fairlead.billing.einvoice.EInvoiceReadiness;
import io.fairlead.billing.event.InvoiceApproved;
import io.fairlead.billing.event.InvoiceDrafted;
import io.fairlead.billing.event.InvoiceLinesAdded;
import io.fairlead.billing.event.PayableRounding;
import io.fairlead.billing.invoice.ApproveInvoice.Issuing;
import io.fairlead.billing.tax.TaxAnswer;
import io.fairlead.testing.SamePerson;
import java.math.BigDecimal;
import java.util.List;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ApproveInvoiceTest {

    private final FixtureConfiguration<Invoice> invoice = BillingExamples.invoices();

    @Test
    void approval_fixes_taxes_and_totals() {
        invoice.given(oneLine(), drafted(1, "100")).when(approve(LEAD, TAX)).expectEvents(approved());
    }

    @Test
    void a_second_approval_changes_nothing() {
        invoice.given(untilApproval())
                .when(approve("idp|somebody-else", TAX))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void nobody_approves_what_they_prepared() {
        invoice.given(oneLine(), drafted(1, "100"))
                .when(approve(BILLER, TAX))
                .expectException(refusal("B-01"))
                .expectNoEvents();
    }

    @Test
    void nobody_approves_an_invoice_over_their_own_entries() {
        invoice.given(oneLine(), drafted(1, "100"))
                .when(approve(CLERK, TAX))
                .expectException(refusal("B-02"))
                .expectNoEvents();
    }

    @Test
    void whoever_comes_again_as_another_is_refused() {
        SamePerson.comesAgain(BILLER, again -> invoice.given(oneLine(), drafted(1, "100"))
                .when(approve(again, TAX))
                .expectException(refusal("B-01"))
                .expectNoEvents());
        SamePerson.comesAgain(CLERK, again -> invoice.given(oneLine(), drafted(1, "100"))
                .when(approve(again, TAX))
                .expectException(refusal("B-02"))
                .expectNoEvents());
        var worked = InvoiceLinesAdded.newBuilder(oneLine())
                .setWorkers(List.of("person:ana"))
                .build();
        SamePerson.comesAgain(ANA_HERSELF, again -> invoice.given(worked, drafted(1, "100"))
                .when(approve(again, TAX))
                .expectException(refusal("B-02"))
                .expectNoEvents());
        invoice.given(oneLine(), drafted(1, "100"))
                .when(approve(SamePerson.somebodyElse(), TAX))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void case_56_whoever_worked_does_not_approve_even_when_another_entered_it() {
        var worked = InvoiceLinesAdded.newBuilder(oneLine())
                .setWorkers(List.of("person:ana"))
                .build();
        invoice.given(worked, drafted(1, "100"))
                .when(approve(ANA_HERSELF, TAX))
                .expectException(refusal("B-02"))
                .expectNoEvents();
        invoice.given(worked, drafted(1, "100")).when(approve(LEAD, TAX)).expectSuccessfulHandlerExecution();
    }

    @Test
    void case_56_where_the_company_allows_it_the_approval_says_that_it_is_over_own_work() {
        for (var approver : List.of(ANA_HERSELF, CLERK, LEAD)) {
            var worked = InvoiceLinesAdded.newBuilder(oneLine())
                    .setWorkers(List.of("person:ana"))
                    .build();
            var relaxed = new ApproveInvoice(
                    INVOICE, approver, EVENING, TAX, null, EInvoiceReadiness.NOT_ASKED, Issuing.NOTHING_NEW, true);
            invoice.given(worked, drafted(1, "100"))
                    .when(relaxed)
                    .expectEvents(InvoiceApproved.newBuilder(approved())
                            .setApprovedBy(approver)
                            .setOwnWork(!approver.equals(LEAD))
                            .build());
        }
    }

    @Test
    void a_draft_is_complete_before_it_is_approved() {
        invoice.given(oneLine())
                .when(approve(LEAD, TAX))
                .expectException(refusal("B-10"))
                .expectNoEvents();
    }

    @Test
    void a_discarded_draft_is_not_approved() {
        invoice.given(oneLine(), drafted(1, "100"), discarded())
                .when(approve(LEAD, TAX))
                .expectException(refusal("B-03"))
                .expectNoEvents();
    }

    @Test
    void tax_of_other_lines_is_not_approved() {
        invoice.given(oneLine(), drafted(1, "100"))
                .when(approve(LEAD, taxed(taxRow("90", "17.1"))))
                .expectException(refusal("X-03"))
                .expectNoEvents();
    }

    @Test
    void lines_without_tax_are_not_approved() {
        invoice.given(oneLine(), drafted(1, "100"))
                .when(approve(LEAD, taxed()))
                .expectException(refusal("X-03"))
                .expectNoEvents();
    }

    @Test
    void what_the_contract_wants_sent_electronically_and_cannot_be_is_not_approved() {
        var lacking = new EInvoiceFinding("UBL_TAX_ID", "buyer", "reverse charge needs it", "tell it");
        invoice.given(oneLine(), drafted(1, "100"))
                .when(new ApproveInvoice(
                        INVOICE,
                        LEAD,
                        EVENING,
                        TAX,
                        null,
                        new EInvoiceReadiness(EInvoicePolicy.REQUIRED, true, List.of(lacking)),
                        ApproveInvoice.Issuing.NOTHING_NEW,
                        false))
                .expectException(refusal("X-08"))
                .expectNoEvents();
    }

    @Test
    void what_is_paid_in_steps_is_fixed_with_the_totals() {
        var command = new ApproveInvoice(
                INVOICE,
                LEAD,
                EVENING,
                taxed(taxRow("100", "19.02")),
                new BigDecimal("0.05"),
                EInvoiceReadiness.NOT_ASKED,
                ApproveInvoice.Issuing.NOTHING_NEW,
                false);
        var approved = InvoiceEvents.approved(
                command, drafted(1, "100"), 1, List.of(BillingExamples.line(1, "time-entry:e-1", "100")));

        assertThat(approved.getGross()).isEqualTo(wire("119.02"));
        assertThat(approved.getPayableRounding()).isEqualTo(new PayableRounding(wire("0.05"), wire("-0.02")));
    }

    private static ApproveInvoice approve(String by, TaxAnswer.Taxed taxes) {
        return BillingExamples.approving(by, taxes);
    }

    @Test
    void a_draft_without_an_order_takes_the_one_that_its_contract_names_by_now() {
        var none =
                InvoiceDrafted.newBuilder(drafted(1, "100")).setPoNumber(null).build();
        invoice.given(oneLine(), none)
                .when(issuing(new Issuing("PO-9", null, null, null)))
                .expectEvents(InvoiceApproved.newBuilder(approved())
                        .setPoNumber("PO-9")
                        .build());
        var own = InvoiceDrafted.newBuilder(none).setPoNumber("PO-1").build();
        BillingExamples.invoices()
                .given(oneLine(), own)
                .when(issuing(new Issuing("PO-9", null, null, null)))
                .expectEvents(approved());
        var later = InvoiceApproved.newBuilder(approved()).setPoNumber("PO-9").build();
        assertThat(InvoiceEvents.orderOf(none, later)).isEqualTo("PO-9");
        assertThat(InvoiceEvents.orderOf(own, later)).isEqualTo("PO-1");
        assertThat(InvoiceEvents.orderOf(none, null)).isNull();
    }

    @Test
    void a_date_of_issue_that_would_move_is_told_and_moves_only_when_it_is_accepted() {
        var wished = drafted(1, "100").getIssueDate();
        var last = wished.plusDays(3);
        invoice.given(oneLine(), drafted(1, "100"))
                .when(issuing(new Issuing(null, last, null, null)))
                .expectException(refusal("N-02"))
                .expectExceptionMessage(org.hamcrest.Matchers.containsString("issued on " + last))
                .expectNoEvents();
        BillingExamples.invoices()
                .given(oneLine(), drafted(1, "100"))
                .when(issuing(new Issuing(null, last, null, last.minusDays(1))))
                .expectException(refusal("N-02"))
                .expectNoEvents();
        BillingExamples.invoices()
                .given(oneLine(), drafted(1, "100"))
                .when(issuing(new Issuing(null, last, null, last)))
                .expectEvents(InvoiceApproved.newBuilder(approved())
                        .setIssueDate(last)
                        .build());
    }

    @Test
    void a_date_that_stays_needs_no_word_and_takes_no_other() {
        var wished = drafted(1, "100").getIssueDate();
        invoice.given(oneLine(), drafted(1, "100"))
                .when(issuing(new Issuing(null, wished, null, null)))
                .expectEvents(approved());
        BillingExamples.invoices()
                .given(oneLine(), drafted(1, "100"))
                .when(issuing(new Issuing(null, wished.minusDays(1), null, wished)))
                .expectEvents(approved());
        BillingExamples.invoices()
                .given(oneLine(), drafted(1, "100"))
                .when(issuing(new Issuing(null, null, null, wished.plusDays(1))))
                .expectException(refusal("N-02"))
                .expectNoEvents();
    }

    @Test
    void a_document_below_0_follows_the_dates_of_credit_notes() {
        var wished = drafted(1, "-100").getIssueDate();
        var last = wished.plusDays(3);
        assertThat(below0(new Issuing(null, last, wished, null)).getIssueDate()).isEqualTo(wished);
        assertThat(below0(new Issuing(null, null, last, last)).getIssueDate()).isEqualTo(last);
        assertThat(below0(new Issuing(null, null, null, null)).getIssueDate()).isEqualTo(wished);
    }

    private static InvoiceApproved below0(Issuing issuing) {
        var taxes = taxed(taxRow("-100", "-19"));
        return InvoiceEvents.approved(
                new ApproveInvoice(INVOICE, LEAD, EVENING, taxes, null, EInvoiceReadiness.NOT_ASKED, issuing, false),
                drafted(1, "-100"),
                1,
                List.of(BillingExamples.line(1, "time-entry:e-1", "-100")));
    }

    private static ApproveInvoice issuing(Issuing issuing) {
        return new ApproveInvoice(INVOICE, LEAD, EVENING, TAX, null, EInvoiceReadiness.NOT_ASKED, issuing, false);
    }
}
