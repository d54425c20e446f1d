package io.fairlead.billing.invoice;

import static io.fairlead.billing.invoice.BillingExamples.TAX;
import static io.fairlead.billing.invoice.BillingExamples.approved;
import static io.fairlead.billing.invoice.BillingExamples.discarded;
import static io.fairlead.billing.invoice.BillingExamples.drafted;
import static io.fairlead.billing.invoice.BillingExamples.oneLine;
import static io.fairlead.billing.invoice.BillingExamples.taxRow;
import static io.fairlead.billing.invoice.BillingExamples.taxed;
import static io.fairlead.billing.invoice.BillingExamples.untilApproval;
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
import io.fairlead.billing.event.PayableRounding;
import io.fairlead.billing.tax.TaxAnswer;
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
                        new EInvoiceReadiness(EInvoicePolicy.REQUIRED, true, List.of(lacking))))
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
                EInvoiceReadiness.NOT_ASKED);
        var approved = InvoiceEvents.approved(
                command, drafted(1, "100"), 1, List.of(BillingExamples.line(1, "time-entry:e-1", "100")));

        assertThat(approved.getGross()).isEqualTo(wire("119.02"));
        assertThat(approved.getPayableRounding()).isEqualTo(new PayableRounding(wire("0.05"), wire("-0.02")));
    }

    private static ApproveInvoice approve(String by, TaxAnswer.Taxed taxes) {
        return BillingExamples.approving(by, taxes);
    }
}
