package io.fairlead.billing.item;

import static io.fairlead.billing.item.BillingItemExamples.itemBilled;
import static io.fairlead.billing.item.BillingItemExamples.itemDrafted;
import static io.fairlead.billing.item.BillingItemExamples.itemReady;
import static io.fairlead.billing.item.BillingItemExamples.itemScheduled;
import static io.fairlead.billing.item.BillingItemExamples.itemTakenOff;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.ITEM;
import static io.fairlead.testing.Cast.OTHER_INVOICE;
import static io.fairlead.testing.Refusals.refusal;

import io.fairlead.billing.invoice.InvoiceId;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class PutBillingItemOnDraftTest {

    private final FixtureConfiguration<BillingItem> item = BillingItemExamples.items();

    @Test
    void a_ready_item_is_claimed_whole() {
        item.given(itemScheduled(), itemReady()).when(putOn(INVOICE)).expectEvents(itemDrafted());
    }

    @Test
    void an_item_let_go_is_claimed_again() {
        item.given(itemReady(), itemDrafted(), itemTakenOff())
                .when(putOn(INVOICE))
                .expectEvents(itemDrafted());
    }

    @Test
    void the_same_draft_again_changes_nothing() {
        item.given(itemReady(), itemDrafted())
                .when(putOn(INVOICE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void the_invoice_that_billed_it_has_it_already() {
        item.given(itemReady(), itemDrafted(), itemBilled())
                .when(putOn(INVOICE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void an_item_that_is_only_scheduled_is_not_billed() {
        item.given(itemScheduled())
                .when(putOn(INVOICE))
                .expectException(refusal("I-03"))
                .expectNoEvents();
    }

    @Test
    void another_draft_does_not_get_it() {
        item.given(itemReady(), itemDrafted())
                .when(putOn(OTHER_INVOICE))
                .expectException(refusal("I-03"))
                .expectNoEvents();
    }

    @Test
    void a_billed_item_is_never_drafted_again() {
        item.given(itemReady(), itemDrafted(), itemBilled())
                .when(putOn(OTHER_INVOICE))
                .expectException(refusal("I-03"))
                .expectNoEvents();
    }

    private static PutBillingItemOnDraft putOn(InvoiceId invoice) {
        return new PutBillingItemOnDraft(ITEM, invoice);
    }
}
