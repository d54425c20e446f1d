package io.fairlead.billing.view;

import io.fairlead.billing.event.BillingItemBilled;
import io.fairlead.billing.event.BillingItemCorrected;
import io.fairlead.billing.event.BillingItemPutOnDraft;
import io.fairlead.billing.event.BillingItemReady;
import io.fairlead.billing.event.BillingItemReopened;
import io.fairlead.billing.event.BillingItemTakenOffDraft;
import io.fairlead.billing.event.BillingItemWrittenOff;
import io.fairlead.billing.view.WorkLedger.Credited;
import io.fairlead.billing.view.WorkLedger.Part;
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
import io.fairlead.time.event.TimeApprovalChallenged;
import io.fairlead.time.event.TimeApprovalConfirmed;
import io.fairlead.time.event.TimeApprovalWithdrawn;
import io.fairlead.time.event.TimeBilled;
import io.fairlead.time.event.TimeCorrectedAfterApproval;
import io.fairlead.time.event.TimeCorrectedAfterBilling;
import io.fairlead.time.event.TimeDeferred;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimePutOnDraft;
import io.fairlead.time.event.TimeReopened;
import io.fairlead.time.event.TimeRepriced;
import io.fairlead.time.event.TimeTakenOffDraft;
import io.fairlead.time.event.TimeWrittenOff;
import java.util.List;
import java.util.Locale;
import org.axonframework.eventhandling.EventHandler;

/**
 * Unbilled work, three times: signed movements whose sums are the balances, per source what is ready, drafted, billed and
 * given up, and its portions. Read by {@link UnbilledQuery} and {@link BillableWork}.
 */
public final class UnbilledWorkProjection implements Fold {

    private final WorkLedger ledger = new WorkLedger();

    @Override
    public String name() {
        return "unbilled-work";
    }

    @Override
    public List<Collector<?>> tables() {
        return ledger.tables();
    }

    @EventHandler
    void on(TimePriced event, Facts facts) {
        ledger.priced(
                facts,
                event.getTimeEntryId(),
                "priced",
                event.getBilledSeconds(),
                event.getAmount(),
                event.getCurrency(),
                row -> {
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
        ledger.priced(facts, event.getBillingItemId(), "ready", 0, event.getAmount(), event.getCurrency(), row -> {
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
        var part = new Part(event.getPortionNo(), event.getSeconds(), event.getAmount());
        ledger.drafted(facts, event.getTimeEntryId(), event.getInvoiceId(), part);
    }

    @EventHandler
    void on(BillingItemPutOnDraft event, Facts facts) {
        var part = new Part(event.getPortionNo(), 0, event.getAmount());
        ledger.drafted(facts, event.getBillingItemId(), event.getInvoiceId(), part);
    }

    @EventHandler
    void on(TimeTakenOffDraft event, Facts facts) {
        var part = new Part(event.getPortionNo(), event.getSeconds(), event.getAmount());
        ledger.undrafted(facts, event.getTimeEntryId(), part);
    }

    @EventHandler
    void on(BillingItemTakenOffDraft event, Facts facts) {
        ledger.undrafted(facts, event.getBillingItemId(), new Part(event.getPortionNo(), 0, event.getAmount()));
    }

    @EventHandler
    void on(TimeBilled event, Facts facts) {
        var part = new Part(event.getPortionNo(), event.getSeconds(), event.getAmount());
        ledger.billed(
                facts,
                event.getTimeEntryId(),
                event.getInvoiceId(),
                event.getInvoiceLineNo(),
                part,
                event.getAccountingDate());
    }

    @EventHandler
    void on(BillingItemBilled event, Facts facts) {
        var part = new Part(event.getPortionNo(), 0, event.getAmount());
        ledger.billed(
                facts,
                event.getBillingItemId(),
                event.getInvoiceId(),
                event.getInvoiceLineNo(),
                part,
                event.getAccountingDate());
    }

    @EventHandler
    void on(TimeReopened event, Facts facts) {
        var part = new Part(event.getPortionNo(), event.getSeconds(), event.getAmount());
        ledger.credited(facts, event.getTimeEntryId(), Credited.REOPENED, part, event.getAccountingDate());
    }

    @EventHandler
    void on(TimeWrittenOff event, Facts facts) {
        var part = new Part(event.getPortionNo(), event.getSeconds(), event.getAmount());
        ledger.givenUp(facts, event.getTimeEntryId(), part, event.getAccountingDate());
    }

    @EventHandler
    void on(TimeCorrectedAfterBilling event, Facts facts) {
        var part = new Part(event.getPortionNo(), event.getSeconds(), event.getAmount());
        ledger.credited(facts, event.getTimeEntryId(), Credited.GONE, part, event.getAccountingDate());
    }

    @EventHandler
    void on(TimeCorrectedAfterApproval event, Facts facts) {
        if (event.getBilledSecondsDelta() != null && event.getAmountDelta() != null) {
            ledger.changed(
                    facts,
                    event.getTimeEntryId(),
                    "corrected",
                    event.getAccountingDate(),
                    event.getBilledSecondsDelta(),
                    event.getAmountDelta());
        }
    }

    @EventHandler
    void on(TimeRepriced event, Facts facts) {
        var source = event.getTimeEntryId();
        ledger.changed(facts, source, "repriced", event.getAccountingDate(), 0, event.getAmountDelta());
    }

    @EventHandler
    void on(TimeApprovalWithdrawn event, Facts facts) {
        if (event.getBilledSeconds() != null && event.getAmount() != null) {
            ledger.changed(
                    facts,
                    event.getTimeEntryId(),
                    "withdrawn",
                    event.getAccountingDate(),
                    -event.getBilledSeconds(),
                    event.getAmount().negate());
        }
    }

    @EventHandler
    void on(TimeApprovalChallenged event, Facts facts) {
        ledger.noted(facts, event.getTimeEntryId(), row -> row.setInDoubt(true));
    }

    @EventHandler
    void on(TimeApprovalConfirmed event, Facts facts) {
        ledger.noted(facts, event.getTimeEntryId(), row -> row.setInDoubt(false));
    }

    @EventHandler
    void on(TimeDeferred event, Facts facts) {
        ledger.noted(facts, event.getTimeEntryId(), row -> {
            row.setDeferredUntil(event.getUntil());
            row.setDeferredBecause(event.getReason());
        });
    }

    @EventHandler
    void on(BillingItemReopened event, Facts facts) {
        var part = new Part(event.getPortionNo(), 0, event.getAmount());
        ledger.credited(facts, event.getBillingItemId(), Credited.REOPENED, part, event.getAccountingDate());
    }

    @EventHandler
    void on(BillingItemCorrected event, Facts facts) {
        var part = new Part(event.getPortionNo(), 0, event.getAmount());
        ledger.credited(facts, event.getBillingItemId(), Credited.GONE, part, event.getAccountingDate());
    }

    @EventHandler
    void on(BillingItemWrittenOff event, Facts facts) {
        var part = new Part(event.getPortionNo(), 0, event.getAmount());
        ledger.givenUp(facts, event.getBillingItemId(), part, event.getAccountingDate());
    }

    @EventHandler
    void on(ExpensePriced event, Facts facts) {
        ledger.priced(facts, event.getExpenseId(), "priced", 0, event.getAmount(), event.getCurrency(), row -> {
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
        var part = new Part(event.getPortionNo(), 0, event.getAmount());
        ledger.drafted(facts, event.getExpenseId(), event.getInvoiceId(), part);
    }

    @EventHandler
    void on(ExpenseTakenOffDraft event, Facts facts) {
        ledger.undrafted(facts, event.getExpenseId(), new Part(event.getPortionNo(), 0, event.getAmount()));
    }

    @EventHandler
    void on(ExpenseBilled event, Facts facts) {
        var part = new Part(event.getPortionNo(), 0, event.getAmount());
        ledger.billed(
                facts,
                event.getExpenseId(),
                event.getInvoiceId(),
                event.getInvoiceLineNo(),
                part,
                event.getAccountingDate());
    }

    @EventHandler
    void on(ExpenseReopened event, Facts facts) {
        var part = new Part(event.getPortionNo(), 0, event.getAmount());
        ledger.credited(facts, event.getExpenseId(), Credited.REOPENED, part, event.getAccountingDate());
    }

    @EventHandler
    void on(ExpenseLowered event, Facts facts) {
        var part = new Part(event.getPortionNo(), 0, event.getAmount());
        ledger.credited(facts, event.getExpenseId(), Credited.GONE, part, event.getAccountingDate());
    }

    @EventHandler
    void on(ExpenseWrittenOff event, Facts facts) {
        var part = new Part(event.getPortionNo(), 0, event.getAmount());
        ledger.givenUp(facts, event.getExpenseId(), part, event.getAccountingDate());
    }
}
