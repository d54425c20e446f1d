package io.fairlead.billing.view;

import io.fairlead.billing.event.BillingItemBilled;
import io.fairlead.billing.event.BillingItemCorrected;
import io.fairlead.billing.event.BillingItemPutOnDraft;
import io.fairlead.billing.event.BillingItemReady;
import io.fairlead.billing.event.BillingItemReopened;
import io.fairlead.billing.event.BillingItemTakenOffDraft;
import io.fairlead.billing.event.BillingItemWrittenOff;
import io.fairlead.expense.event.ExpenseBilled;
import io.fairlead.expense.event.ExpenseLowered;
import io.fairlead.expense.event.ExpensePriced;
import io.fairlead.expense.event.ExpensePutOnDraft;
import io.fairlead.expense.event.ExpenseReopened;
import io.fairlead.expense.event.ExpenseTakenOffDraft;
import io.fairlead.expense.event.ExpenseWrittenOff;
import io.fairlead.projection.Collector;
import io.fairlead.projection.Facts;
import io.fairlead.projection.Fold;
import io.fairlead.time.event.TimeBilled;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimePutOnDraft;
import io.fairlead.time.event.TimeTakenOffDraft;
import java.util.List;
import java.util.Locale;
import org.axonframework.eventhandling.EventHandler;

/**
 * Unbilled work, twice: signed movements whose sums are the balances, and per source what is ready, drafted and billed.
 * Events after the pricing name only the contract, so customer, project and line come from the source's own row.
 * Read by
 * {@link UnbilledQuery} and {@link BillableWork}.
 */
public final class UnbilledWorkProjection implements Fold {

    private final WorkRows work = new WorkRows();

    @Override
    public String name() {
        return "unbilled-work";
    }

    @Override
    public List<Collector<?>> tables() {
        return work.tables();
    }

    @EventHandler
    void on(TimePriced event, Facts facts) {
        var price = new WorkRows.Price("priced", event.getBilledSeconds(), event.getAmount(), event.getCurrency());
        work.open(facts, event.getTimeEntryId(), price, row -> {
            row.setSourceKind("time");
            row.setLegalEntityId(event.getLegalEntityId());
            row.setCustomerId(event.getCustomerId());
            row.setContractId(event.getContractId());
            row.setProjectId(event.getProjectId());
            row.setLineNo(event.getLineNo());
            row.setPersonId(event.getPersonId());
            row.setServiceDate(event.getServiceDate());
            row.setAccountingDate(event.getAccountingDate());
            row.setRuleVersion(event.getRuleVersion());
        });
    }

    @EventHandler
    void on(BillingItemReady event, Facts facts) {
        var price = new WorkRows.Price("ready", 0, event.getAmount(), event.getCurrency());
        work.open(facts, event.getBillingItemId(), price, row -> {
            row.setSourceKind(event.getKind().toLowerCase(Locale.ROOT));
            row.setLegalEntityId(event.getLegalEntityId());
            row.setCustomerId(event.getCustomerId());
            row.setContractId(event.getContractId());
            row.setProjectId(event.getProjectId());
            row.setLineNo(event.getLineNo());
            row.setServiceDate(event.getServiceDate());
            row.setAccountingDate(event.getAccountingDate());
            row.setRuleVersion(event.getRuleVersion());
        });
    }

    @EventHandler
    void on(TimePutOnDraft event, Facts facts) {
        work.drafted(facts, event.getTimeEntryId(), event.getInvoiceId(), event.getPortionNo(), event.getAmount());
    }

    @EventHandler
    void on(BillingItemPutOnDraft event, Facts facts) {
        work.drafted(facts, event.getBillingItemId(), event.getInvoiceId(), event.getPortionNo(), event.getAmount());
    }

    @EventHandler
    void on(TimeTakenOffDraft event, Facts facts) {
        work.undrafted(facts, event.getTimeEntryId(), event.getPortionNo(), event.getAmount());
    }

    @EventHandler
    void on(BillingItemTakenOffDraft event, Facts facts) {
        work.undrafted(facts, event.getBillingItemId(), event.getPortionNo(), event.getAmount());
    }

    @EventHandler
    void on(TimeBilled event, Facts facts) {
        work.billed(
                facts,
                event.getTimeEntryId(),
                event.getInvoiceId(),
                event.getPortionNo(),
                event.getAccountingDate(),
                -event.getSeconds(),
                event.getAmount());
    }

    @EventHandler
    void on(BillingItemBilled event, Facts facts) {
        work.billed(
                facts,
                event.getBillingItemId(),
                event.getInvoiceId(),
                event.getPortionNo(),
                event.getAccountingDate(),
                0,
                event.getAmount());
    }

    @EventHandler
    void on(BillingItemReopened event, Facts facts) {
        var amount = event.getAmount();
        work.reopened(facts, event.getBillingItemId(), event.getPortionNo(), event.getAccountingDate(), amount);
    }

    @EventHandler
    void on(BillingItemCorrected event, Facts facts) {
        var amount = event.getAmount();
        work.ended(
                facts, event.getBillingItemId(), "corrected", event.getPortionNo(), event.getAccountingDate(), amount);
    }

    @EventHandler
    void on(BillingItemWrittenOff event, Facts facts) {
        var amount = event.getAmount();
        work.ended(
                facts,
                event.getBillingItemId(),
                "written_off",
                event.getPortionNo(),
                event.getAccountingDate(),
                amount);
    }

    @EventHandler
    void on(ExpensePriced event, Facts facts) {
        var price = new WorkRows.Price("priced", 0, event.getAmount(), event.getCurrency());
        work.open(facts, event.getExpenseId(), price, row -> {
            row.setSourceKind("expense");
            row.setLegalEntityId(event.getLegalEntityId());
            row.setCustomerId(event.getCustomerId());
            row.setContractId(event.getContractId());
            row.setProjectId(event.getProjectId());
            row.setLineNo(event.getLineNo());
            row.setPersonId(event.getPersonId());
            row.setServiceDate(event.getServiceDate());
            row.setAccountingDate(event.getAccountingDate());
            row.setRuleVersion(event.getRuleVersion());
        });
    }

    @EventHandler
    void on(ExpensePutOnDraft event, Facts facts) {
        work.drafted(facts, event.getExpenseId(), event.getInvoiceId(), event.getPortionNo(), event.getAmount());
    }

    @EventHandler
    void on(ExpenseTakenOffDraft event, Facts facts) {
        work.undrafted(facts, event.getExpenseId(), event.getPortionNo(), event.getAmount());
    }

    @EventHandler
    void on(ExpenseBilled event, Facts facts) {
        work.billed(
                facts,
                event.getExpenseId(),
                event.getInvoiceId(),
                event.getPortionNo(),
                event.getAccountingDate(),
                0,
                event.getAmount());
    }

    @EventHandler
    void on(ExpenseReopened event, Facts facts) {
        var amount = event.getAmount();
        work.reopened(facts, event.getExpenseId(), event.getPortionNo(), event.getAccountingDate(), amount);
    }

    @EventHandler
    void on(ExpenseLowered event, Facts facts) {
        var amount = event.getAmount();
        work.ended(facts, event.getExpenseId(), "corrected", event.getPortionNo(), event.getAccountingDate(), amount);
    }

    @EventHandler
    void on(ExpenseWrittenOff event, Facts facts) {
        var amount = event.getAmount();
        work.ended(facts, event.getExpenseId(), "written_off", event.getPortionNo(), event.getAccountingDate(), amount);
    }
}
