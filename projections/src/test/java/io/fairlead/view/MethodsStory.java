package io.fairlead.view;

import static io.fairlead.view.Story.DAY;
import static io.fairlead.view.Story.NOON;
import static io.fairlead.view.Story.money;

import io.fairlead.billing.event.BillingItemReady;
import io.fairlead.billing.event.BillingItemReopened;
import io.fairlead.billing.event.BillingItemWrittenOff;
import io.fairlead.billing.event.Instalment;
import io.fairlead.billing.event.InstalmentsScheduled;
import io.fairlead.billing.event.RetainerDrawn;
import io.fairlead.billing.event.RetainerInvoiced;
import io.fairlead.expense.event.ExpenseApproved;
import io.fairlead.expense.event.ExpenseBilled;
import io.fairlead.expense.event.ExpenseCosted;
import io.fairlead.expense.event.ExpensePriced;
import io.fairlead.expense.event.ExpensePutOnDraft;
import io.fairlead.expense.event.ExpenseRecorded;
import io.fairlead.project.event.ProgressItemAgreed;
import io.fairlead.project.event.ProgressOfItem;
import io.fairlead.project.event.ProgressReported;
import io.fairlead.view.Story.Job;
import java.math.BigDecimal;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Events of the billing methods beside time: retainers, progress, instalments and expenses. */
public final class MethodsStory {

    static final String RETAINER = "retainer:1";
    static final String EXPENSE = "expense:1";

    private MethodsStory() {}

    static BillingItemReady ready(Job job, String item, String kind, String amount) {
        return BillingItemReady.newBuilder(BillingStory.itemReady(job, item, amount))
                .setKind(kind)
                .build();
    }

    static BillingItemReopened reopened(Job job, String item, String invoice, String amount) {
        return new BillingItemReopened(
                item,
                "credit-note:1",
                invoice,
                1,
                money(amount),
                job.currency(),
                job.contract(),
                DAY,
                DAY.plusDays(40));
    }

    static BillingItemWrittenOff writtenOff(Job job, String item, String kind, String amount) {
        return BillingItemWrittenOff.newBuilder()
                .setBillingItemId(item)
                .setKind(kind)
                .setPortionNo(0)
                .setAmount(money(amount))
                .setCurrency(job.currency())
                .setContractId(job.contract())
                .setProjectId(job.project())
                .setCustomerId(job.customer())
                .setLegalEntityId(job.entity())
                .setLineNo(2)
                .setServiceDate(DAY)
                .setAccountingDate(DAY)
                .setReason("goodwill")
                .build();
    }

    static InstalmentsScheduled instalments(Job job, String first, String second) {
        return InstalmentsScheduled.newBuilder()
                .setInstalmentPlanId("instalment-plan:1")
                .setKind("INSTALMENT")
                .setContractId(job.contract())
                .setProjectId(job.project())
                .setCustomerId(job.customer())
                .setLegalEntityId(job.entity())
                .setLineNo(2)
                .setCurrency(job.currency())
                .setInstalments(List.of(
                        new Instalment(1, "First half", money(first), DAY),
                        new Instalment(2, "Second half", money(second), DAY.plusMonths(1))))
                .build();
    }

    public static RetainerInvoiced retainerInvoiced(Job job, String amount, String balance) {
        return RetainerInvoiced.newBuilder()
                .setRetainerId(RETAINER)
                .setContractId(job.contract())
                .setProjectId(job.project())
                .setCustomerId(job.customer())
                .setLegalEntityId(job.entity())
                .setLineNo(3)
                .setBillingItemId("billing-item:retainer")
                .setDocumentId("invoice:r")
                .setAmount(money(amount))
                .setBalance(money(balance))
                .setCurrency(job.currency())
                .setAccountingDate(DAY)
                .build();
    }

    static RetainerDrawn drawn(Job job, int no, String wanted, String amount, String balance) {
        return RetainerDrawn.newBuilder()
                .setRetainerId(RETAINER)
                .setContractId(job.contract())
                .setLineNo(3)
                .setInvoiceId("invoice:d" + no)
                .setDrawNo(no)
                .setWanted(money(wanted))
                .setAmount(money(amount))
                .setBalance(money(balance))
                .setCurrency(job.currency())
                .setAccountingDate(DAY.plusDays(no))
                .build();
    }

    static ProgressItemAgreed progressItem(Job job) {
        return ProgressItemAgreed.newBuilder()
                .setProjectId(job.project())
                .setProgressItemId("task")
                .setLineNo(1)
                .setName("Task")
                .setPrice(money("100"))
                .setCurrency(job.currency())
                .build();
    }

    static ProgressReported progress(Job job, String id, String toDate, String change, String before) {
        return ProgressReported.newBuilder()
                .setProjectId(job.project())
                .setReportId(id)
                .setContractId(job.contract())
                .setCustomerId(job.customer())
                .setLegalEntityId(job.entity())
                .setLineNo(1)
                .setItems(List.of(new ProgressOfItem("task", new BigDecimal("0.500000"))))
                .setValueToDate(money(toDate))
                .setValueChange(money(change))
                .setBilledBefore(money(before))
                .setToBill(money(toDate).subtract(money(before)))
                .setCurrency(job.currency())
                .setReportedOn(DAY)
                .setReportedBy("test|lead")
                .setEvidence("minutes")
                .build();
    }

    /** A flight of 595.00, 95.00 of it recoverable tax, billed at 550.00. */
    static List<SpecificRecord> pricedExpense(Job job) {
        return List.of(recordedFlight(job), approvedFlight(job), costedFlight(job), pricedFlight(job));
    }

    private static ExpenseRecorded recordedFlight(Job job) {
        return ExpenseRecorded.newBuilder()
                .setExpenseId(EXPENSE)
                .setSource("test")
                .setSourceId("1")
                .setPersonId("person:ada")
                .setProjectId(job.project())
                .setContractId(job.contract())
                .setCustomerId(job.customer())
                .setLegalEntityId(job.entity())
                .setLineNo(1)
                .setCategory("TRAVEL")
                .setSpentOn(DAY)
                .setAmount(money("595"))
                .setTax(money("95"))
                .setRecoverableTax(money("95"))
                .setCurrency(job.currency())
                .setBillable(true)
                .setDisbursement(false)
                .setReceiptReference("scan 1")
                .setAuthor("test|clerk")
                .build();
    }

    private static ExpenseApproved approvedFlight(Job job) {
        return ExpenseApproved.newBuilder()
                .setExpenseId(EXPENSE)
                .setVersion(1)
                .setPersonId("person:ada")
                .setProjectId(job.project())
                .setContractId(job.contract())
                .setCustomerId(job.customer())
                .setLegalEntityId(job.entity())
                .setLineNo(1)
                .setCategory("TRAVEL")
                .setSpentOn(DAY)
                .setAmount(money("595"))
                .setTax(money("95"))
                .setRecoverableTax(money("95"))
                .setCurrency(job.currency())
                .setBillable(true)
                .setDisbursement(false)
                .setApprovedBy("test|lead")
                .setSubmittedAt(NOON)
                .setApprovedAt(NOON)
                .build();
    }

    private static ExpenseCosted costedFlight(Job job) {
        return ExpenseCosted.newBuilder()
                .setExpenseId(EXPENSE)
                .setVersion(1)
                .setPersonId("person:ada")
                .setProjectId(job.project())
                .setContractId(job.contract())
                .setCustomerId(job.customer())
                .setLegalEntityId(job.entity())
                .setLineNo(1)
                .setCategory("TRAVEL")
                .setReceiptCost(money("500"))
                .setReceiptCurrency(job.currency())
                .setAmount(money("500"))
                .setCurrency(job.currency())
                .setServiceDate(DAY)
                .setAccountingDate(DAY)
                .setRuleVersion(1)
                .build();
    }

    private static ExpensePriced pricedFlight(Job job) {
        return ExpensePriced.newBuilder()
                .setExpenseId(EXPENSE)
                .setVersion(1)
                .setPersonId("person:ada")
                .setProjectId(job.project())
                .setContractId(job.contract())
                .setCustomerId(job.customer())
                .setLegalEntityId(job.entity())
                .setLineNo(1)
                .setCategory("TRAVEL")
                .setCost(money("500"))
                .setMarkUp(new BigDecimal("0.100000"))
                .setAmount(money("550"))
                .setCurrency(job.currency())
                .setDisbursement(false)
                .setServiceDate(DAY)
                .setAccountingDate(DAY)
                .setRuleVersion(1)
                .build();
    }

    static List<SpecificRecord> billedExpense(Job job) {
        return List.of(
                new ExpensePutOnDraft(EXPENSE, "invoice:1", 1, money("550"), job.currency(), job.contract(), DAY),
                new ExpenseBilled(
                        EXPENSE,
                        "invoice:1",
                        "N-1",
                        1,
                        1,
                        money("550"),
                        job.currency(),
                        job.contract(),
                        DAY,
                        DAY.plusDays(29)));
    }
}
