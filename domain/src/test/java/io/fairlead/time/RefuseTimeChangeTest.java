package io.fairlead.time;

import static io.fairlead.testing.Cast.ENTRY;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.time.ChangeExamples.withdraw;
import static io.fairlead.time.ChangeExamples.withdrawalRequested;
import static io.fairlead.time.TimeExamples.bill;
import static io.fairlead.time.TimeExamples.billed;
import static io.fairlead.time.TimeExamples.drafted;
import static io.fairlead.time.TimeExamples.unbilled;

import io.fairlead.time.event.TimeChangeRefused;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class RefuseTimeChangeTest {

    private final FixtureConfiguration<TimeEntry> entry = TimeExamples.entries();

    @Test
    void a_draft_that_keeps_its_line_ends_the_wait() {
        entry.given(unbilled())
                .andGiven(drafted(), withdrawalRequested())
                .when(refuse())
                .expectEvents(refused());
    }

    @Test
    void then_the_invoice_bills_the_time_as_it_is() {
        entry.given(unbilled())
                .andGiven(drafted(), withdrawalRequested(), refused())
                .when(bill(INVOICE))
                .expectEvents(billed());
    }

    @Test
    void it_may_be_asked_again_once_the_invoice_was_returned() {
        entry.given(unbilled())
                .andGiven(drafted(), withdrawalRequested(), refused())
                .when(withdraw())
                .expectEvents(withdrawalRequested());
    }

    @Test
    void what_nobody_waits_for_is_not_refused() {
        entry.given(unbilled())
                .andGiven(drafted())
                .when(refuse())
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    private static RefuseTimeChange refuse() {
        return new RefuseTimeChange(ENTRY, INVOICE, "the invoice is approved");
    }

    private static TimeChangeRefused refused() {
        return TimeChangeRefused.newBuilder()
                .setTimeEntryId("time-entry:e-1")
                .setLegalEntityId("legal-entity:GMBH")
                .setChange("WITHDRAW")
                .setInvoiceId(INVOICE.value())
                .setReason("the invoice is approved")
                .build();
    }
}
