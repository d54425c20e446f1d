package io.fairlead.billing.item;

import static io.fairlead.billing.item.BillingItemExamples.TERMS;
import static io.fairlead.testing.Cast.MONTH_END;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.project.event.MilestoneAccepted;
import io.fairlead.project.event.MilestoneScheduled;
import io.fairlead.testing.ProcessUnderTest;
import io.fairlead.testing.SentCommands;
import org.junit.jupiter.api.Test;

class WhenMilestoneAgreedThenBillTest {

    private static final BillingItemId OF_MILESTONE = WhenMilestoneAgreedThenBill.itemOf("project:P-1", "M1");

    private final SentCommands sent = new SentCommands();
    private final ProcessUnderTest process = new ProcessUnderTest(new WhenMilestoneAgreedThenBill(sent));

    @Test
    void an_agreed_milestone_is_a_scheduled_item() {
        process.on(MilestoneScheduled.newBuilder()
                .setProjectId("project:P-1")
                .setMilestoneId("M1")
                .setContractId("contract:K-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .setLineNo(2)
                .setName("Go-live")
                .setAmount(wire("5000"))
                .setCurrency("EUR")
                .setDueOn(MONTH_END)
                .build());

        assertThat(sent.commands()).containsExactly(new ScheduleBillingItem(OF_MILESTONE, TERMS, MONTH_END));
        assertThat(sent.keys()).containsExactly("schedule/" + OF_MILESTONE);
    }

    @Test
    void an_accepted_milestone_is_a_ready_item_of_the_same_id() {
        process.on(MilestoneAccepted.newBuilder()
                .setProjectId("project:P-1")
                .setMilestoneId("M1")
                .setContractId("contract:K-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .setLineNo(2)
                .setName("Go-live")
                .setAmount(wire("5000"))
                .setCurrency("EUR")
                .setAcceptedOn(WORK_DAY)
                .setAcceptedBy("Ms Buyer")
                .setEvidence("mail")
                .build());

        assertThat(sent.commands()).containsExactly(new MakeBillingItemReady(OF_MILESTONE, TERMS, WORK_DAY));
    }
}
