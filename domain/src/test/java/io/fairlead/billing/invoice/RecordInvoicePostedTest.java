package io.fairlead.billing.invoice;

import static io.fairlead.billing.invoice.BillingExamples.untilApproval;
import static io.fairlead.billing.invoice.BillingExamples.untilIssue;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.ISSUE_DAY;
import static io.fairlead.testing.Refusals.refusal;

import io.fairlead.billing.event.InvoicePosted;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class RecordInvoicePostedTest {

    private static final RecordInvoicePosted POST = new RecordInvoicePosted(INVOICE, "DOC-9", ISSUE_DAY);
    private static final InvoicePosted POSTED = InvoicePosted.newBuilder()
            .setInvoiceId("invoice:inv-1")
            .setErpDocument("DOC-9")
            .setPostedOn(ISSUE_DAY)
            .build();

    private final FixtureConfiguration<Invoice> invoice = BillingExamples.invoices();

    @Test
    void the_erps_document_is_kept() {
        invoice.given(untilIssue()).when(POST).expectEvents(POSTED);
    }

    @Test
    void the_same_again_changes_nothing() {
        invoice.given(untilIssue())
                .andGiven(POSTED)
                .when(POST)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void only_an_issued_invoice_is_posted() {
        invoice.given(untilApproval())
                .when(POST)
                .expectException(refusal("B-10"))
                .expectNoEvents();
    }
}
