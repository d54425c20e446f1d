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
import static io.fairlead.testing.Refusals.refusal;

import io.fairlead.billing.tax.TaxAnswer;
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

    private static ApproveInvoice approve(String by, TaxAnswer.Taxed taxes) {
        return new ApproveInvoice(INVOICE, by, EVENING, taxes);
    }
}
