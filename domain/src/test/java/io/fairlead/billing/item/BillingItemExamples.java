package io.fairlead.billing.item;

import static io.fairlead.testing.Cast.ACME;
import static io.fairlead.testing.Cast.CONTRACT;
import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Cast.ISSUE_DAY;
import static io.fairlead.testing.Cast.MONTH_END;
import static io.fairlead.testing.Cast.PROJECT;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;

import io.fairlead.billing.event.BillingItemBilled;
import io.fairlead.billing.event.BillingItemCorrected;
import io.fairlead.billing.event.BillingItemPutOnDraft;
import io.fairlead.billing.event.BillingItemReady;
import io.fairlead.billing.event.BillingItemReopened;
import io.fairlead.billing.event.BillingItemScheduled;
import io.fairlead.billing.event.BillingItemTakenOffDraft;
import io.fairlead.billing.event.BillingItemWithdrawn;
import io.fairlead.billing.event.BillingItemWrittenOff;
import java.math.BigDecimal;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;

/** An agreed and accepted milestone on its way to one invoice, in terms and in events. */
public final class BillingItemExamples {

    static final BillingItemTerms TERMS = new BillingItemTerms(
            BillingItemKind.MILESTONE,
            CONTRACT,
            PROJECT,
            ACME,
            GMBH,
            2,
            "M1",
            "Go-live",
            new BigDecimal("5000"),
            "EUR");

    static FixtureConfiguration<BillingItem> items() {
        return new AggregateTestFixture<>(BillingItem.class);
    }

    static BillingItemScheduled itemScheduled() {
        return BillingItemScheduled.newBuilder()
                .setBillingItemId("billing-item:m-1")
                .setKind("MILESTONE")
                .setContractId("contract:K-1")
                .setProjectId("project:P-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .setLineNo(2)
                .setMilestoneId("M1")
                .setDescription("Go-live")
                .setAmount(wire("5000"))
                .setCurrency("EUR")
                .setDueOn(MONTH_END)
                .build();
    }

    public static BillingItemReady itemReady() {
        return BillingItemReady.newBuilder()
                .setBillingItemId("billing-item:m-1")
                .setKind("MILESTONE")
                .setContractId("contract:K-1")
                .setProjectId("project:P-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .setLineNo(2)
                .setDescription("Go-live")
                .setAmount(wire("5000"))
                .setCurrency("EUR")
                .setServiceDate(WORK_DAY)
                .setAccountingDate(WORK_DAY)
                .setRuleVersion(1)
                .build();
    }

    static BillingItemPutOnDraft itemDrafted() {
        return BillingItemPutOnDraft.newBuilder()
                .setBillingItemId("billing-item:m-1")
                .setInvoiceId("invoice:inv-1")
                .setPortionNo(1)
                .setAmount(wire("5000"))
                .setCurrency("EUR")
                .setContractId("contract:K-1")
                .setServiceDate(WORK_DAY)
                .build();
    }

    static BillingItemTakenOffDraft itemTakenOff() {
        return BillingItemTakenOffDraft.newBuilder()
                .setBillingItemId("billing-item:m-1")
                .setInvoiceId("invoice:inv-1")
                .setPortionNo(1)
                .setAmount(wire("5000"))
                .setCurrency("EUR")
                .setContractId("contract:K-1")
                .setServiceDate(WORK_DAY)
                .setReason("wrong month")
                .build();
    }

    static BillingItemBilled itemBilled() {
        return BillingItemBilled.newBuilder()
                .setBillingItemId("billing-item:m-1")
                .setInvoiceId("invoice:inv-1")
                .setInvoiceNumber("GMBH-INV-2026-000001")
                .setInvoiceLineNo(4)
                .setPortionNo(1)
                .setAmount(wire("5000"))
                .setCurrency("EUR")
                .setContractId("contract:K-1")
                .setServiceDate(WORK_DAY)
                .setAccountingDate(ISSUE_DAY)
                .build();
    }

    static BillingItemPutOnDraft portionDrafted(int no, String amount, String invoice) {
        return BillingItemPutOnDraft.newBuilder(itemDrafted())
                .setInvoiceId(invoice)
                .setPortionNo(no)
                .setAmount(wire(amount))
                .build();
    }

    public static BillingItemReopened reopened(String amount) {
        return BillingItemReopened.newBuilder()
                .setBillingItemId("billing-item:m-1")
                .setCreditNoteId("credit-note:c-1")
                .setInvoiceId("invoice:inv-1")
                .setPortionNo(1)
                .setAmount(wire(amount))
                .setCurrency("EUR")
                .setContractId("contract:K-1")
                .setServiceDate(WORK_DAY)
                .setAccountingDate(ISSUE_DAY)
                .build();
    }

    public static BillingItemCorrected corrected(String amount) {
        return BillingItemCorrected.newBuilder()
                .setBillingItemId("billing-item:m-1")
                .setKind("MILESTONE")
                .setCreditNoteId("credit-note:c-1")
                .setInvoiceId("invoice:inv-1")
                .setPortionNo(1)
                .setAmount(wire(amount))
                .setCurrency("EUR")
                .setContractId("contract:K-1")
                .setProjectId("project:P-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .setLineNo(2)
                .setServiceDate(WORK_DAY)
                .setAccountingDate(ISSUE_DAY)
                .build();
    }

    public static BillingItemWrittenOff writtenOff(String amount, boolean credited) {
        return BillingItemWrittenOff.newBuilder()
                .setBillingItemId("billing-item:m-1")
                .setKind("MILESTONE")
                .setCreditNoteId(credited ? "credit-note:c-1" : null)
                .setInvoiceId(credited ? "invoice:inv-1" : null)
                .setPortionNo(credited ? 1 : 0)
                .setAmount(wire(amount))
                .setCurrency("EUR")
                .setContractId("contract:K-1")
                .setProjectId("project:P-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .setLineNo(2)
                .setServiceDate(WORK_DAY)
                .setAccountingDate(ISSUE_DAY)
                .setReason(credited ? "credited" : "goodwill")
                .build();
    }

    static BillingItemWithdrawn withdrawn() {
        return BillingItemWithdrawn.newBuilder()
                .setBillingItemId("billing-item:m-1")
                .setContractId("contract:K-1")
                .setReason("replaced")
                .build();
    }

    private BillingItemExamples() {}
}
