package io.fairlead.billing.item;

import static io.fairlead.billing.item.BillingItemExamples.itemReady;
import static io.fairlead.billing.item.BillingItemExamples.itemScheduled;
import static io.fairlead.testing.Cast.ITEM;
import static io.fairlead.testing.Cast.MONTH_END;
import static io.fairlead.testing.Refusals.refusal;

import io.fairlead.billing.event.BillingItemReady;
import io.fairlead.billing.event.BillingItemScheduled;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class MakeDueItemReadyTest {

    private final FixtureConfiguration<BillingItem> item = BillingItemExamples.items();

    @Test
    void an_instalment_is_ready_on_its_due_date() {
        item.given(instalment())
                .when(new MakeDueItemReady(ITEM, MONTH_END))
                .expectEvents(BillingItemReady.newBuilder(itemReady())
                        .setKind("INSTALMENT")
                        .setServiceDate(MONTH_END)
                        .setAccountingDate(MONTH_END)
                        .build());
    }

    @Test
    void a_day_before_it_is_not() {
        item.given(instalment())
                .when(new MakeDueItemReady(ITEM, MONTH_END.minusDays(1)))
                .expectException(refusal("I-05"))
                .expectNoEvents();
    }

    @Test
    void a_milestone_waits_for_its_acceptance_whatever_the_day() {
        item.given(itemScheduled())
                .when(new MakeDueItemReady(ITEM, MONTH_END))
                .expectException(refusal("I-05"))
                .expectNoEvents();
    }

    @Test
    void what_is_ready_stays_ready() {
        item.given(instalment(), itemReady())
                .when(new MakeDueItemReady(ITEM, MONTH_END))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    private static BillingItemScheduled instalment() {
        return BillingItemScheduled.newBuilder(itemScheduled())
                .setKind("INSTALMENT")
                .build();
    }
}
