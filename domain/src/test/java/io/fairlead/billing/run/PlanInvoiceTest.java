package io.fairlead.billing.run;

import static io.fairlead.billing.invoice.BillingExamples.completed;
import static io.fairlead.billing.invoice.BillingExamples.planned;
import static io.fairlead.billing.invoice.BillingExamples.runStarted;
import static io.fairlead.testing.Cast.ACME;
import static io.fairlead.testing.Cast.CONTRACT;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.RUN;
import static io.fairlead.testing.Refusals.refusal;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class PlanInvoiceTest {

    private static final PlanInvoice PLAN = new PlanInvoice(RUN, INVOICE, CONTRACT, ACME, "PO-7", "EUR");

    private final FixtureConfiguration<BillingRun> run = new AggregateTestFixture<>(BillingRun.class);

    @Test
    void an_invoice_is_planned_with_the_runs_days_and_preparer() {
        run.given(runStarted(null)).when(PLAN).expectEvents(planned("invoice:inv-1"));
    }

    @Test
    void the_same_plan_again_changes_nothing() {
        run.given(runStarted(null), planned("invoice:inv-1"))
                .when(PLAN)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_known_plan_after_completion_changes_nothing() {
        run.given(runStarted(null), planned("invoice:inv-1"), completed(1))
                .when(PLAN)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_completed_run_plans_nothing_new() {
        run.given(runStarted(null), completed(0))
                .when(PLAN)
                .expectException(refusal("B-05"))
                .expectNoEvents();
    }
}
