package io.fairlead.billing.item;

import static io.fairlead.billing.item.BillingItemExamples.itemDrafted;
import static io.fairlead.billing.item.BillingItemExamples.itemReady;
import static io.fairlead.billing.item.BillingItemExamples.itemTakenOff;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.ITEM;
import static io.fairlead.testing.Cast.OTHER_INVOICE;

import io.fairlead.billing.invoice.InvoiceId;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class TakeBillingItemOffDraftTest {

    private final FixtureConfiguration<BillingItem> item = BillingItemExamples.items();

    @Test
    void a_drafted_item_is_let_go() {
        item.given(itemReady(), itemDrafted()).when(takeOff(INVOICE)).expectEvents(itemTakenOff());
    }

    @Test
    void a_draft_that_does_not_have_it_changes_nothing() {
        item.given(itemReady(), itemDrafted())
                .when(takeOff(OTHER_INVOICE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void letting_go_again_changes_nothing() {
        item.given(itemReady(), itemDrafted(), itemTakenOff())
                .when(takeOff(INVOICE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    private static TakeBillingItemOffDraft takeOff(InvoiceId invoice) {
        return new TakeBillingItemOffDraft(ITEM, invoice, "wrong month");
    }
}
