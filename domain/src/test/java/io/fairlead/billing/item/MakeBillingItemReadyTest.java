package io.fairlead.billing.item;

import static io.fairlead.billing.item.BillingItemExamples.TERMS;
import static io.fairlead.billing.item.BillingItemExamples.itemReady;
import static io.fairlead.billing.item.BillingItemExamples.itemScheduled;
import static io.fairlead.testing.Cast.ITEM;
import static io.fairlead.testing.Cast.MONTH_END;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Refusals.refusal;

import java.time.LocalDate;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class MakeBillingItemReadyTest {

    private final FixtureConfiguration<BillingItem> item = BillingItemExamples.items();

    @Test
    void an_accepted_milestone_may_be_billed() {
        item.given(itemScheduled()).when(ready(WORK_DAY)).expectEvents(itemReady());
    }

    @Test
    void an_acceptance_that_arrives_first_needs_no_schedule() {
        item.givenNoPriorActivity().when(ready(WORK_DAY)).expectEvents(itemReady());
    }

    @Test
    void the_same_again_changes_nothing() {
        item.given(itemScheduled(), itemReady())
                .when(ready(WORK_DAY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void another_day_of_service_is_refused() {
        item.given(itemScheduled(), itemReady())
                .when(ready(MONTH_END))
                .expectException(refusal("I-02"))
                .expectNoEvents();
    }

    private static MakeBillingItemReady ready(LocalDate serviceDate) {
        return new MakeBillingItemReady(ITEM, TERMS, serviceDate);
    }
}
