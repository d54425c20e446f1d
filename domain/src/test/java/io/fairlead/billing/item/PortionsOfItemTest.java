package io.fairlead.billing.item;

import static io.fairlead.billing.item.BillingItemExamples.itemBilled;
import static io.fairlead.billing.item.BillingItemExamples.itemDrafted;
import static io.fairlead.billing.item.BillingItemExamples.itemReady;
import static io.fairlead.billing.item.BillingItemExamples.itemScheduled;
import static io.fairlead.billing.item.BillingItemExamples.portionDrafted;
import static io.fairlead.billing.item.BillingItemExamples.reopened;
import static io.fairlead.billing.item.BillingItemExamples.withdrawn;
import static io.fairlead.billing.item.BillingItemExamples.writtenOff;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.ISSUE_DAY;
import static io.fairlead.testing.Cast.ITEM;
import static io.fairlead.testing.Cast.LEAD;
import static io.fairlead.testing.Cast.OTHER_INVOICE;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Refusals.refusal;

import io.fairlead.billing.event.BillingItemDeferred;
import io.fairlead.shared.Portion;
import io.fairlead.testing.Sent;
import java.math.BigDecimal;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortionsOfItemTest {

    private final FixtureConfiguration<BillingItem> item = BillingItemExamples.items();

    @Test
    void two_drafts_share_an_item_and_the_last_takes_what_is_left() {
        item.given(itemReady())
                .when(new PutBillingItemOnDraft(ITEM, INVOICE, new Portion(1, 0, new BigDecimal("1666.67"))))
                .expectEvents(portionDrafted(1, "1666.67", "invoice:inv-1"));
        BillingItemExamples.items()
                .given(itemReady(), portionDrafted(1, "1666.67", "invoice:inv-1"))
                .when(new PutBillingItemOnDraft(ITEM, OTHER_INVOICE))
                .expectEvents(portionDrafted(2, "3333.33", "invoice:inv-2"));
    }

    @ParameterizedTest
    @CsvSource({"1, 10", "2, 3333.34", "2, -1"})
    void a_portion_has_a_number_of_its_own_and_is_at_most_what_is_left(int no, String amount) {
        item.given(itemReady(), portionDrafted(1, "1666.67", "invoice:inv-1"))
                .when(new PutBillingItemOnDraft(ITEM, OTHER_INVOICE, new Portion(no, 0, new BigDecimal(amount))))
                .expectException(refusal("I-03"))
                .expectNoEvents();
    }

    @Test
    void what_is_left_is_written_off_once() {
        var command = new WriteOffBillingItem(ITEM, ISSUE_DAY, "goodwill");
        item.given(itemReady(), portionDrafted(1, "1666.67", "invoice:inv-1"))
                .when(command)
                .expectEvents(writtenOff("3333.33", false));
        BillingItemExamples.items()
                .given(itemReady(), writtenOff("5000", false))
                .when(command)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_repeat_after_its_key_was_forgotten_gives_up_nothing_that_a_credit_gave_back() {
        var sent = Sent.with("key", "goodwill");
        var command = new WriteOffBillingItem(ITEM, ISSUE_DAY, "goodwill");
        item.given(itemReady(), Sent.by(sent, writtenOff("0", false)), itemDrafted(), itemBilled(), reopened("100"))
                .when(command, sent)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        BillingItemExamples.items()
                .given(itemReady(), Sent.by(sent, writtenOff("0", false)), itemDrafted(), itemBilled(), reopened("100"))
                .when(command, Sent.with("other", "goodwill"))
                .expectEvents(writtenOff("100", false));
    }

    @Test
    void what_is_not_ready_is_neither_written_off_nor_deferred() {
        item.given(itemScheduled())
                .when(new WriteOffBillingItem(ITEM, ISSUE_DAY, "goodwill"))
                .expectException(refusal("I-08"))
                .expectNoEvents();
        BillingItemExamples.items()
                .given(itemScheduled())
                .when(new DeferBillingItem(ITEM, ISSUE_DAY, "asked to wait", LEAD))
                .expectException(refusal("I-08"))
                .expectNoEvents();
    }

    @Test
    void what_an_invoice_has_is_neither_written_off_nor_deferred() {
        item.given(itemReady(), itemDrafted(), itemBilled())
                .when(new WriteOffBillingItem(ITEM, ISSUE_DAY, "goodwill"))
                .expectException(refusal("I-08"))
                .expectNoEvents();
        BillingItemExamples.items()
                .given(itemReady(), itemDrafted())
                .when(new DeferBillingItem(ITEM, ISSUE_DAY, "asked to wait", LEAD))
                .expectException(refusal("I-08"))
                .expectNoEvents();
    }

    @Test
    void an_item_is_deferred_to_a_day_once() {
        var deferred = BillingItemDeferred.newBuilder()
                .setBillingItemId("billing-item:m-1")
                .setContractId("contract:K-1")
                .setUntil(ISSUE_DAY)
                .setReason("asked to wait")
                .setDeferredBy(LEAD)
                .build();
        var command = new DeferBillingItem(ITEM, ISSUE_DAY, "asked to wait", LEAD);
        item.given(itemReady()).when(command).expectEvents(deferred);
        BillingItemExamples.items()
                .given(itemReady(), deferred)
                .when(command)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void only_a_plan_is_withdrawn_and_then_never_ready() {
        item.given(itemScheduled())
                .when(new WithdrawBillingItem(ITEM, "replaced"))
                .expectEvents(withdrawn());
        BillingItemExamples.items()
                .given(itemReady())
                .when(new WithdrawBillingItem(ITEM, "replaced"))
                .expectException(refusal("I-09"))
                .expectNoEvents();
        BillingItemExamples.items()
                .given(itemScheduled(), withdrawn())
                .when(new MakeBillingItemReady(ITEM, BillingItemExamples.TERMS, WORK_DAY))
                .expectException(refusal("I-09"))
                .expectNoEvents();
    }
}
