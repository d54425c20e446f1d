package io.fairlead.time;

import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.OTHER_INVOICE;
import static io.fairlead.testing.Refusals.refusal;
import static io.fairlead.time.TimeExamples.bill;
import static io.fairlead.time.TimeExamples.billed;
import static io.fairlead.time.TimeExamples.drafted;
import static io.fairlead.time.TimeExamples.unbilled;

import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class BillTimeTest {

    private final FixtureConfiguration<TimeEntry> entry = TimeExamples.entries();

    @Test
    void drafted_time_is_billed_on_the_issue_date() {
        entry.given(unbilled()).andGiven(drafted()).when(bill(INVOICE)).expectEvents(billed());
    }

    @Test
    void billing_again_on_the_same_invoice_changes_nothing() {
        entry.given(unbilled())
                .andGiven(drafted(), billed())
                .when(bill(INVOICE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void another_invoice_does_not_bill_it() {
        entry.given(unbilled())
                .andGiven(drafted(), billed())
                .when(bill(OTHER_INVOICE))
                .expectException(refusal("T-08"))
                .expectNoEvents();
    }

    @Test
    void time_on_no_draft_is_not_billed() {
        entry.given(unbilled())
                .when(bill(INVOICE))
                .expectException(refusal("T-08"))
                .expectNoEvents();
    }
}
