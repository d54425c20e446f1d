package io.fairlead.billing.item;

import static io.fairlead.testing.Cast.CLERK;
import static io.fairlead.testing.Cast.ISSUE_DAY;
import static io.fairlead.testing.Cast.LEAD;
import static io.fairlead.testing.Cast.MONTH_END;
import static io.fairlead.testing.Cast.NOON;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.event.BillingItemReady;
import io.fairlead.billing.event.Instalment;
import io.fairlead.billing.event.InstalmentsScheduled;
import io.fairlead.billing.retainer.FillRetainer;
import io.fairlead.billing.retainer.RetainerId;
import io.fairlead.billing.retainer.WhenRetainerBilledThenFill;
import io.fairlead.exception.RaiseException;
import io.fairlead.project.event.ProgressReductionAccepted;
import io.fairlead.project.event.ProgressReported;
import io.fairlead.shared.RuleViolated;
import io.fairlead.testing.KnownHistory;
import io.fairlead.testing.ProcessUnderTest;
import io.fairlead.testing.SentCommands;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What follows from instalments, reports of progress and invoiced retainers. */
class MethodProcessesTest {

    private static final BillingItemId OF_REPORT = WhenProgressReportedThenBill.itemOf("project:P-1", "r3");
    private static final RetainerId RETAINER = RetainerId.of("contract:K-1", 2);

    private final SentCommands sent = new SentCommands();
    private final KnownHistory history = new KnownHistory();

    @Test
    void each_instalment_is_a_scheduled_item_of_its_own() {
        new ProcessUnderTest(new WhenInstalmentsScheduledThenSchedule(sent))
                .on(InstalmentsScheduled.newBuilder()
                        .setInstalmentPlanId("instalment-plan:1")
                        .setKind("RETAINER")
                        .setContractId("contract:K-1")
                        .setProjectId("project:P-1")
                        .setCustomerId("customer:ACME")
                        .setLegalEntityId("legal-entity:GMBH")
                        .setLineNo(2)
                        .setCurrency("EUR")
                        .setInstalments(List.of(instalment(1, "3000"), instalment(2, "2000")))
                        .build());

        assertThat(sent.of(ScheduleBillingItem.class))
                .extracting(item -> item.terms().kind(), item -> item.terms().amount(), ScheduleBillingItem::dueOn)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(BillingItemKind.RETAINER, wire("3000"), MONTH_END),
                        org.assertj.core.groups.Tuple.tuple(BillingItemKind.RETAINER, wire("2000"), MONTH_END));
        assertThat(sent.keys()).doesNotHaveDuplicates();
    }

    @Test
    void progress_made_is_ready_to_bill_by_whoever_did_not_report_it() {
        progress().on(reported("61", null));

        assertThat(sent.of(MakeBillingItemReady.class)).singleElement().satisfies(ready -> {
            assertThat(ready.billingItemId()).isEqualTo(OF_REPORT);
            assertThat(ready.terms().amount()).isEqualTo(wire("61"));
            assertThat(ready.serviceDate()).isEqualTo(WORK_DAY);
            assertThat(ready.author()).isEqualTo(CLERK);
        });
    }

    @Test
    void progress_that_went_back_is_a_proposal_and_a_work_item() {
        progress().on(reported("-25", null));

        assertThat(sent.commands())
                .extracting(Object::getClass)
                .containsExactly(ScheduleBillingItem.class, RaiseException.class);
        assertThat(sent.of(ScheduleBillingItem.class).getFirst().terms().amount())
                .isEqualTo(wire("-25"));
        assertThat(sent.of(RaiseException.class).getFirst().code()).isEqualTo("PROGRESS_WENT_BACK");
    }

    @Test
    void a_later_report_withdraws_the_proposal_and_nothing_new_is_no_item() {
        progress().on(reported("0", "r2"));

        assertThat(sent.commands())
                .containsExactly(new WithdrawBillingItem(
                        WhenProgressReportedThenBill.itemOf("project:P-1", "r2"), "replaced by report r3"));
    }

    @Test
    void an_accepted_reduction_is_an_item_below_zero() {
        history.with("project:P-1", reported("-25", null));
        new ProcessUnderTest(new WhenReductionAcceptedThenCredit(sent, history))
                .on(ProgressReductionAccepted.newBuilder()
                        .setProjectId("project:P-1")
                        .setReportId("r3")
                        .setLineNo(1)
                        .setAmount(wire("-25"))
                        .setCurrency("EUR")
                        .setAcceptedBy(LEAD)
                        .setAcceptedAt(NOON)
                        .build());

        assertThat(sent.of(MakeBillingItemReady.class))
                .singleElement()
                .satisfies(ready -> assertThat(ready.terms().amount()).isEqualTo(wire("-25")));
    }

    @Test
    void an_invoiced_retainer_fills_its_balance_and_a_credited_one_lowers_it() {
        history.with("billing-item:m-1", item("RETAINER"));
        fill().on(BillingItemExamples.itemBilled());
        fill().on(BillingItemExamples.corrected("5000"));

        assertThat(sent.commands())
                .containsExactly(
                        new FillRetainer(RETAINER, item("RETAINER"), "invoice:inv-1", wire("5000"), ISSUE_DAY),
                        new FillRetainer(RETAINER, item("RETAINER"), "credit-note:c-1", wire("-5000"), ISSUE_DAY));
    }

    @Test
    void other_items_fill_nothing() {
        history.with("billing-item:m-1", item("MILESTONE"));
        fill().on(BillingItemExamples.itemBilled());

        assertThat(sent.commands()).isEmpty();
    }

    @Test
    void a_credited_retainer_that_was_drawn_is_a_work_item() {
        history.with("billing-item:m-1", item("RETAINER"));
        sent.refuse(FillRetainer.class, new RuleViolated("Y-01", "only 1800 of the retainer is left"));
        fill().on(BillingItemExamples.reopened("5000"));

        assertThat(sent.of(RaiseException.class)).singleElement().satisfies(raised -> assertThat(raised.code())
                .isEqualTo("RETAINER_DRAWN"));
    }

    @Test
    void a_retainer_written_off_by_a_credit_lowers_its_balance_and_one_never_billed_does_not() {
        history.with("billing-item:m-1", item("RETAINER"));
        fill().on(BillingItemExamples.writtenOff("5000", true));
        fill().on(BillingItemExamples.writtenOff("700", false));

        assertThat(sent.commands())
                .containsExactly(
                        new FillRetainer(RETAINER, item("RETAINER"), "credit-note:c-1", wire("-5000"), ISSUE_DAY));
    }

    private ProcessUnderTest progress() {
        return new ProcessUnderTest(new WhenProgressReportedThenBill(sent));
    }

    private ProcessUnderTest fill() {
        return new ProcessUnderTest(new WhenRetainerBilledThenFill(sent, history));
    }

    private static BillingItemReady item(String kind) {
        return BillingItemReady.newBuilder(BillingItemExamples.itemReady())
                .setKind(kind)
                .build();
    }

    private static Instalment instalment(int no, String amount) {
        return Instalment.newBuilder()
                .setNo(no)
                .setDescription("Retainer " + no)
                .setAmount(wire(amount))
                .setDueOn(MONTH_END)
                .build();
    }

    private static ProgressReported reported(String toBill, @Nullable String replaced) {
        return ProgressReported.newBuilder()
                .setProjectId("project:P-1")
                .setReportId("r3")
                .setContractId("contract:K-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .setLineNo(1)
                .setItems(List.of())
                .setValueToDate(wire("111"))
                .setValueChange(wire(toBill))
                .setBilledBefore(wire("75"))
                .setToBill(wire(toBill))
                .setReplacesProposalOf(replaced)
                .setCurrency("EUR")
                .setReportedOn(WORK_DAY)
                .setReportedBy(CLERK)
                .setEvidence("minutes")
                .build();
    }
}
