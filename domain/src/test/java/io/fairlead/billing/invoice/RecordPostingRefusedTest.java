package io.fairlead.billing.invoice;

import static io.fairlead.billing.invoice.BillingExamples.drafted;
import static io.fairlead.billing.invoice.BillingExamples.oneLine;
import static io.fairlead.billing.invoice.BillingExamples.untilApproval;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Refusals.refusal;

import io.fairlead.billing.event.InvoicePostingRefused;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class RecordPostingRefusedTest {

    private final FixtureConfiguration<Invoice> invoice = BillingExamples.invoices();

    @Test
    void the_erps_words_are_kept() {
        invoice.given(untilApproval())
                .when(refused("PERIOD_CLOSED"))
                .expectEvents(InvoicePostingRefused.newBuilder()
                        .setInvoiceId("invoice:inv-1")
                        .setStep("STAGE")
                        .setCode("PERIOD_CLOSED")
                        .setReason("closed")
                        .build());
    }

    @Test
    void the_same_refusal_again_changes_nothing() {
        invoice.given(untilApproval())
                .andGivenCommands(refused("PERIOD_CLOSED"))
                .when(refused("PERIOD_CLOSED"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void only_an_approved_invoice_is_refused() {
        invoice.given(oneLine(), drafted(1, "100"))
                .when(refused("PERIOD_CLOSED"))
                .expectException(refusal("B-10"))
                .expectNoEvents();
    }

    private static RecordPostingRefused refused(String code) {
        return new RecordPostingRefused(INVOICE, "STAGE", code, "closed");
    }
}
