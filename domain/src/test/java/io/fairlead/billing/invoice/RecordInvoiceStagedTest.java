package io.fairlead.billing.invoice;

import static io.fairlead.billing.invoice.BillingExamples.drafted;
import static io.fairlead.billing.invoice.BillingExamples.oneLine;
import static io.fairlead.billing.invoice.BillingExamples.untilApproval;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Refusals.refusal;

import java.math.BigDecimal;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordInvoiceStagedTest {

    private final FixtureConfiguration<Invoice> invoice = BillingExamples.invoices();

    @Test
    void the_erp_accepts_the_same_total() {
        invoice.given(untilApproval()).when(staged("119")).expectEvents(BillingExamples.staged());
    }

    @Test
    void the_same_again_changes_nothing() {
        invoice.given(untilApproval())
                .andGiven(BillingExamples.staged())
                .when(staged("119"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @ParameterizedTest
    @ValueSource(strings = {"118.99", "119.01", "0"})
    void a_cent_of_difference_stops_it(String gross) {
        invoice.given(untilApproval())
                .when(staged(gross))
                .expectException(refusal("B-08"))
                .expectNoEvents();
    }

    @Test
    void a_draft_is_approved_first() {
        invoice.given(oneLine(), drafted(1, "100"))
                .when(staged("119"))
                .expectException(refusal("B-10"))
                .expectNoEvents();
    }

    private static RecordInvoiceStaged staged(String gross) {
        return new RecordInvoiceStaged(INVOICE, "ERP-1", new BigDecimal(gross), 1);
    }
}
