package io.fairlead.billing.invoice;

import static io.fairlead.billing.invoice.BillingExamples.discarded;
import static io.fairlead.billing.invoice.BillingExamples.drafted;
import static io.fairlead.billing.invoice.BillingExamples.oneLine;
import static io.fairlead.billing.invoice.BillingExamples.untilApproval;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Refusals.refusal;

import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class DiscardInvoiceTest {

    private static final DiscardInvoice DISCARD = new DiscardInvoice(INVOICE, "wrong month");

    private final FixtureConfiguration<Invoice> invoice = BillingExamples.invoices();

    @Test
    void a_discarded_draft_names_what_it_lets_go() {
        invoice.given(oneLine(), drafted(1, "100")).when(DISCARD).expectEvents(discarded());
    }

    @Test
    void discarding_again_changes_nothing() {
        invoice.given(oneLine(), drafted(1, "100"), discarded())
                .when(DISCARD)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void an_approved_invoice_is_not_discarded() {
        invoice.given(untilApproval())
                .when(DISCARD)
                .expectException(refusal("B-07"))
                .expectNoEvents();
    }

    @Test
    void a_draft_in_the_making_is_not_discarded() {
        invoice.given(oneLine()).when(DISCARD).expectException(refusal("B-10")).expectNoEvents();
    }
}
