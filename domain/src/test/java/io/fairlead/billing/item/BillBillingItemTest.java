package io.fairlead.billing.item;

import static io.fairlead.billing.invoice.BillingExamples.NUMBER;
import static io.fairlead.billing.item.BillingItemExamples.itemBilled;
import static io.fairlead.billing.item.BillingItemExamples.itemDrafted;
import static io.fairlead.billing.item.BillingItemExamples.itemReady;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.ISSUE_DAY;
import static io.fairlead.testing.Cast.ITEM;
import static io.fairlead.testing.Cast.OTHER_INVOICE;
import static io.fairlead.testing.Refusals.refusal;

import io.fairlead.billing.invoice.InvoiceId;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class BillBillingItemTest {

    private final FixtureConfiguration<BillingItem> item = BillingItemExamples.items();

    @Test
    void a_drafted_item_is_billed_on_the_issue_date() {
        item.given(itemReady(), itemDrafted()).when(bill(INVOICE)).expectEvents(itemBilled());
    }

    @Test
    void billing_again_on_the_same_invoice_changes_nothing() {
        item.given(itemReady(), itemDrafted(), itemBilled())
                .when(bill(INVOICE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void an_invoice_that_did_not_claim_it_does_not_bill_it() {
        item.given(itemReady(), itemDrafted())
                .when(bill(OTHER_INVOICE))
                .expectException(refusal("I-04"))
                .expectNoEvents();
    }

    private static BillBillingItem bill(InvoiceId invoice) {
        return new BillBillingItem(ITEM, invoice, NUMBER, 4, ISSUE_DAY);
    }
}
