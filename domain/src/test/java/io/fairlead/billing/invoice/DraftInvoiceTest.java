package io.fairlead.billing.invoice;

import static io.fairlead.billing.invoice.BillingExamples.discarded;
import static io.fairlead.billing.invoice.BillingExamples.draft;
import static io.fairlead.billing.invoice.BillingExamples.drafted;
import static io.fairlead.billing.invoice.BillingExamples.line;
import static io.fairlead.billing.invoice.BillingExamples.linesAdded;
import static io.fairlead.billing.invoice.BillingExamples.oneLine;
import static io.fairlead.testing.Refusals.refusal;

import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class DraftInvoiceTest {

    private final FixtureConfiguration<Invoice> invoice = BillingExamples.invoices();

    @Test
    void the_draft_adds_up_its_lines() {
        invoice.given(linesAdded(line(1, "time-entry:e-1", "100.10"), line(2, "time-entry:e-2", "0.05")))
                .when(draft())
                .expectEvents(drafted(2, "100.15"));
    }

    @Test
    void a_complete_draft_stays() {
        invoice.given(oneLine(), drafted(1, "100"))
                .when(draft())
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_discarded_draft_is_not_completed() {
        invoice.given(oneLine(), drafted(1, "100"), discarded())
                .when(draft())
                .expectException(refusal("B-03"))
                .expectNoEvents();
    }
}
