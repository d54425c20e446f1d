package io.fairlead.billing.item;

import static io.fairlead.billing.item.BillingItemExamples.corrected;
import static io.fairlead.billing.item.BillingItemExamples.itemBilled;
import static io.fairlead.billing.item.BillingItemExamples.itemDrafted;
import static io.fairlead.billing.item.BillingItemExamples.itemReady;
import static io.fairlead.billing.item.BillingItemExamples.portionDrafted;
import static io.fairlead.billing.item.BillingItemExamples.reopened;
import static io.fairlead.billing.item.BillingItemExamples.writtenOff;
import static io.fairlead.testing.Cast.ISSUE_DAY;
import static io.fairlead.testing.Cast.ITEM;
import static io.fairlead.testing.Cast.OTHER_INVOICE;
import static io.fairlead.testing.Refusals.refusal;

import io.fairlead.shared.Disposition;
import java.math.BigDecimal;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class CreditBillingItemTest {

    private final FixtureConfiguration<BillingItem> item = BillingItemExamples.items();

    @Test
    void a_reopened_portion_is_unbilled_again_under_another_number() {
        item.given(itemReady(), itemDrafted(), itemBilled())
                .when(credit("2000", Disposition.REOPEN))
                .expectEvents(reopened("2000"));
        BillingItemExamples.items()
                .given(itemReady(), itemDrafted(), itemBilled(), reopened("2000"))
                .when(new PutBillingItemOnDraft(ITEM, OTHER_INVOICE))
                .expectEvents(portionDrafted(2, "2000", "invoice:inv-2"));
    }

    @Test
    void what_is_written_off_or_never_was_is_not_unbilled() {
        item.given(itemReady(), itemDrafted(), itemBilled())
                .when(credit("5000", Disposition.WRITE_OFF))
                .expectEvents(writtenOff("5000", true));
        BillingItemExamples.items()
                .given(itemReady(), itemDrafted(), itemBilled())
                .when(credit("5000", Disposition.CORRECTED))
                .expectEvents(corrected("5000"));
        BillingItemExamples.items()
                .given(itemReady(), itemDrafted(), itemBilled(), corrected("5000"))
                .when(new PutBillingItemOnDraft(ITEM, OTHER_INVOICE))
                .expectException(refusal("I-03"))
                .expectNoEvents();
    }

    @Test
    void the_same_credit_note_again_changes_nothing() {
        item.given(itemReady(), itemDrafted(), itemBilled(), reopened("2000"))
                .when(credit("2000", Disposition.REOPEN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void no_more_is_credited_than_is_billed_and_not_credited_yet() {
        item.given(itemReady(), itemDrafted(), itemBilled(), reopened("2000"))
                .when(new CreditBillingItem(
                        ITEM, "credit-note:c-2", 1, new BigDecimal("3000.01"), Disposition.REOPEN, ISSUE_DAY))
                .expectException(refusal("I-07"))
                .expectNoEvents();
    }

    @Test
    void what_is_only_drafted_is_not_credited() {
        item.given(itemReady(), itemDrafted())
                .when(credit("1", Disposition.REOPEN))
                .expectException(refusal("I-07"))
                .expectNoEvents();
    }

    private static CreditBillingItem credit(String amount, Disposition disposition) {
        return new CreditBillingItem(ITEM, "credit-note:c-1", 1, new BigDecimal(amount), disposition, ISSUE_DAY);
    }
}
