package io.fairlead.simulation.rule;

import io.fairlead.billing.event.BillingItemBilled;
import io.fairlead.billing.event.BillingItemCorrected;
import io.fairlead.billing.event.BillingItemDeferred;
import io.fairlead.billing.event.BillingItemPutOnDraft;
import io.fairlead.billing.event.BillingItemReady;
import io.fairlead.billing.event.BillingItemReopened;
import io.fairlead.billing.event.BillingItemTakenOffDraft;
import io.fairlead.billing.event.BillingItemWrittenOff;
import io.fairlead.expense.event.ExpenseBilled;
import io.fairlead.expense.event.ExpenseDeferred;
import io.fairlead.expense.event.ExpenseLowered;
import io.fairlead.expense.event.ExpensePriced;
import io.fairlead.expense.event.ExpensePutOnDraft;
import io.fairlead.expense.event.ExpenseReopened;
import io.fairlead.expense.event.ExpenseTakenOffDraft;
import io.fairlead.expense.event.ExpenseWrittenOff;
import io.fairlead.simulation.Facts;
import io.fairlead.simulation.Recorded;
import io.fairlead.time.event.TimeApprovalChallenged;
import io.fairlead.time.event.TimeApprovalConfirmed;
import io.fairlead.time.event.TimeApprovalWithdrawn;
import io.fairlead.time.event.TimeBilled;
import io.fairlead.time.event.TimeChangeRefused;
import io.fairlead.time.event.TimeChangeRequested;
import io.fairlead.time.event.TimeCorrectedAfterApproval;
import io.fairlead.time.event.TimeCorrectedAfterBilling;
import io.fairlead.time.event.TimeCreditProposed;
import io.fairlead.time.event.TimeDeferred;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimePutOnDraft;
import io.fairlead.time.event.TimeReopened;
import io.fairlead.time.event.TimeRepriced;
import io.fairlead.time.event.TimeTakenOffDraft;
import io.fairlead.time.event.TimeWrittenOff;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of each source of work, portion by portion, by its own events alone; an event that no event before it allows is
 * told. Read by the rules, which may stop at any event.
 */
final class Ledger {

    private final Map<String, SourceOfWork> work = new LinkedHashMap<>();
    private final Findings findings;

    Ledger(Findings findings) {
        this.findings = findings;
    }

    /** All events, one after the other. */
    static Map<String, SourceOfWork> of(Facts facts, Findings findings) {
        var ledger = new Ledger(findings);
        facts.events().forEach(ledger::book);
        return ledger.work;
    }

    Map<String, SourceOfWork> work() {
        return work;
    }

    void book(Recorded each) {
        var id = each.stream();
        switch (each.event()) {
            case TimePriced e ->
                source(id, e.getContractId(), e.getLineNo())
                        .priced(e.getServiceDate(), e.getBilledSeconds(), e.getAmount());
            case BillingItemReady e ->
                source(id, e.getContractId(), e.getLineNo()).priced(e.getServiceDate(), 0, e.getAmount());
            case TimeRepriced e -> known(id, "repriced").changed(0, e.getAmountDelta());
            case TimeCorrectedAfterApproval e -> corrected(id, e);
            case TimeApprovalWithdrawn e -> withdrawn(id, e);
            case TimePutOnDraft e ->
                known(id, "DRAFTED").put(e.getPortionNo(), e.getInvoiceId(), e.getSeconds(), e.getAmount());
            case BillingItemPutOnDraft e ->
                known(id, "DRAFTED").put(e.getPortionNo(), e.getInvoiceId(), 0, e.getAmount());
            case TimeTakenOffDraft e ->
                known(id, "unbilled").take(e.getPortionNo(), e.getInvoiceId(), e.getSeconds(), e.getAmount());
            case BillingItemTakenOffDraft e ->
                known(id, "unbilled").take(e.getPortionNo(), e.getInvoiceId(), 0, e.getAmount());
            case TimeBilled e ->
                known(id, "BILLED").bill(e.getPortionNo(), e.getInvoiceId(), e.getSeconds(), e.getAmount());
            case BillingItemBilled e -> known(id, "BILLED").bill(e.getPortionNo(), e.getInvoiceId(), 0, e.getAmount());
            case TimeWrittenOff e ->
                givenUp(id, e.getCreditNoteId(), e.getPortionNo(), e.getInvoiceId(), e.getSeconds(), e.getAmount());
            case TimeReopened e ->
                known(id, "reopened").reopen(e.getPortionNo(), e.getInvoiceId(), e.getSeconds(), e.getAmount());
            case TimeCorrectedAfterBilling e ->
                known(id, "never existed").unmake(e.getPortionNo(), e.getInvoiceId(), e.getSeconds(), e.getAmount());
            case BillingItemReopened e ->
                known(id, "reopened").reopen(e.getPortionNo(), e.getInvoiceId(), 0, e.getAmount());
            case BillingItemCorrected e ->
                known(id, "never existed").unmake(e.getPortionNo(), e.getInvoiceId(), 0, e.getAmount());
            case BillingItemWrittenOff e ->
                givenUp(id, e.getCreditNoteId(), e.getPortionNo(), e.getInvoiceId(), 0, e.getAmount());
            case BillingItemDeferred e -> deferred(id, e.getUntil());
            case TimeDeferred e -> deferred(id, e.getUntil());
            case TimeApprovalChallenged _ -> known(id, "doubted").doubt(true);
            case TimeApprovalConfirmed _ -> known(id, "confirmed").doubt(false);
            case TimeChangeRequested _ -> known(id, "about to change").await(true);
            case TimeChangeRefused _ -> known(id, "kept").await(false);
            case TimeCreditProposed _ -> known(id, "to be credited").await(false);
            default -> bookExpense(id, each.event());
        }
    }

    private void bookExpense(String id, Object event) {
        switch (event) {
            case ExpensePriced e ->
                source(id, e.getContractId(), e.getLineNo()).priced(e.getServiceDate(), 0, e.getAmount());
            case ExpensePutOnDraft e -> known(id, "DRAFTED").put(e.getPortionNo(), e.getInvoiceId(), 0, e.getAmount());
            case ExpenseTakenOffDraft e ->
                known(id, "unbilled").take(e.getPortionNo(), e.getInvoiceId(), 0, e.getAmount());
            case ExpenseBilled e -> known(id, "BILLED").bill(e.getPortionNo(), e.getInvoiceId(), 0, e.getAmount());
            case ExpenseReopened e ->
                known(id, "reopened").reopen(e.getPortionNo(), e.getInvoiceId(), 0, e.getAmount());
            case ExpenseLowered e ->
                known(id, "never existed").unmake(e.getPortionNo(), e.getInvoiceId(), 0, e.getAmount());
            case ExpenseWrittenOff e ->
                givenUp(id, e.getCreditNoteId(), e.getPortionNo(), e.getInvoiceId(), 0, e.getAmount());
            case ExpenseDeferred e -> deferred(id, e.getUntil());
            default -> {}
        }
    }

    private void corrected(String id, TimeCorrectedAfterApproval event) {
        var seconds = event.getBilledSecondsDelta();
        var amount = event.getAmountDelta();
        if (seconds != null && amount != null) {
            known(id, "corrected").changed(seconds, amount);
            known(id, "corrected").await(false);
        } else {
            findings.require(
                    !work.containsKey(id) || work.get(id).amount().signum() == 0,
                    id + " is corrected without its price");
        }
    }

    /** Before it is billed, or of a billed part by a credit note. */
    private void givenUp(
            String id, @Nullable String note, int no, @Nullable String invoice, int seconds, BigDecimal amount) {
        if (note == null) {
            known(id, "written off").giveUp(seconds, amount);
        } else {
            known(id, "given up by a credit").giveUpBilled(no, String.valueOf(invoice), seconds, amount);
        }
    }

    private void withdrawn(String id, TimeApprovalWithdrawn event) {
        var seconds = event.getBilledSeconds();
        var amount = event.getAmount();
        if (seconds != null && amount != null) {
            known(id, "withdrawn").withdrawn(seconds, amount);
        }
    }

    private void deferred(String id, LocalDate until) {
        known(id, "deferred").defer(until);
    }

    private SourceOfWork source(String id, String contract, int lineNo) {
        return work.computeIfAbsent(id, _ -> new SourceOfWork(id, contract, lineNo, findings));
    }

    private SourceOfWork known(String id, @Nullable String what) {
        if (!work.containsKey(id)) {
            findings.add(id + " became " + what + " before it was unbilled");
            return new SourceOfWork(id, "none", 0, new Findings());
        }
        return source(id, "none", 0);
    }
}
