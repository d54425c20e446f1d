package io.fairlead.billing.run;

import static io.fairlead.billing.invoice.BillingExamples.completed;
import static io.fairlead.billing.invoice.BillingExamples.planned;
import static io.fairlead.billing.invoice.BillingExamples.runStarted;
import static io.fairlead.testing.Cast.EVENING;
import static io.fairlead.testing.Cast.RUN;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class CompleteBillingRunTest {

    private static final CompleteBillingRun COMPLETE = new CompleteBillingRun(RUN, EVENING);

    private final FixtureConfiguration<BillingRun> run = new AggregateTestFixture<>(BillingRun.class);

    @Test
    void completion_counts_what_was_planned() {
        run.given(runStarted(null), planned("invoice:inv-1"), planned("invoice:inv-2"))
                .when(COMPLETE)
                .expectEvents(completed(2));
    }

    @Test
    void a_run_that_found_nothing_completes_too() {
        run.given(runStarted(null)).when(COMPLETE).expectEvents(completed(0));
    }

    @Test
    void a_second_completion_changes_nothing() {
        run.given(runStarted(null), completed(0))
                .when(COMPLETE)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }
}
