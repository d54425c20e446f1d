package io.fairlead.source;

import io.fairlead.expense.event.ExpenseBilled;
import io.fairlead.expense.event.ExpenseDeferred;
import io.fairlead.expense.event.ExpenseLowered;
import io.fairlead.expense.event.ExpensePriced;
import io.fairlead.expense.event.ExpensePutOnDraft;
import io.fairlead.expense.event.ExpenseReopened;
import io.fairlead.expense.event.ExpenseRepriced;
import io.fairlead.expense.event.ExpenseTakenOffDraft;
import io.fairlead.expense.event.ExpenseWrittenOff;
import io.fairlead.source.SourceEvent.Billed;
import io.fairlead.source.SourceEvent.Changed;
import io.fairlead.source.SourceEvent.Deferred;
import io.fairlead.source.SourceEvent.Lowered;
import io.fairlead.source.SourceEvent.Priced;
import io.fairlead.source.SourceEvent.PutOnDraft;
import io.fairlead.source.SourceEvent.Reason;
import io.fairlead.source.SourceEvent.Reopened;
import io.fairlead.source.SourceEvent.TakenOffDraft;
import io.fairlead.source.SourceEvent.WrittenOff;

/** What the events of an expense say of it as a billable source. */
final class ExpenseSources {

    private static final String KIND = "expense";

    static void addTo(SourceCases cases) {
        cases.add(ExpensePriced.class, Priced.class, ExpenseSources::priced);
        cases.add(ExpenseRepriced.class, Changed.class, ExpenseSources::repriced);
        cases.add(ExpensePutOnDraft.class, PutOnDraft.class, ExpenseSources::putOnDraft);
        cases.add(ExpenseTakenOffDraft.class, TakenOffDraft.class, ExpenseSources::takenOffDraft);
        cases.add(ExpenseBilled.class, Billed.class, ExpenseSources::billed);
        cases.add(ExpenseReopened.class, Reopened.class, ExpenseSources::reopened);
        cases.add(ExpenseWrittenOff.class, WrittenOff.class, ExpenseSources::writtenOff);
        cases.add(ExpenseLowered.class, Lowered.class, ExpenseSources::lowered);
        cases.add(ExpenseDeferred.class, Deferred.class, ExpenseSources::deferred);
    }

    private static Priced priced(ExpensePriced event) {
        var attribution = new Attribution(
                KIND,
                Work.of(event),
                event.getServiceDate(),
                event.getAccountingDate(),
                event.getCurrency(),
                event.getRuleVersion());
        return new Priced(event.getExpenseId(), attribution, 0, event.getAmount());
    }

    /** Whatever made it so: nothing of it that stands elsewhere goes. */
    private static Changed repriced(ExpenseRepriced event) {
        var attribution = new Attribution(
                KIND,
                Work.of(event),
                event.getServiceDate(),
                event.getAccountingDate(),
                event.getCurrency(),
                event.getRuleVersion());
        return new Changed(event.getExpenseId(), Reason.CORRECTED, attribution, 0, event.getAmountDelta());
    }

    private static PutOnDraft putOnDraft(ExpensePutOnDraft event) {
        var part = new SourcePart(event.getPortionNo(), 0, event.getAmount());
        return new PutOnDraft(event.getExpenseId(), event.getInvoiceId(), part);
    }

    private static TakenOffDraft takenOffDraft(ExpenseTakenOffDraft event) {
        var part = new SourcePart(event.getPortionNo(), 0, event.getAmount());
        return new TakenOffDraft(event.getExpenseId(), event.getInvoiceId(), part);
    }

    private static Billed billed(ExpenseBilled event) {
        return new Billed(
                event.getExpenseId(),
                event.getInvoiceId(),
                event.getInvoiceLineNo(),
                new SourcePart(event.getPortionNo(), 0, event.getAmount()),
                event.getAccountingDate());
    }

    private static Reopened reopened(ExpenseReopened event) {
        return new Reopened(
                event.getExpenseId(),
                event.getCreditNoteId(),
                event.getInvoiceId(),
                new SourcePart(event.getPortionNo(), 0, event.getAmount()),
                event.getAccountingDate());
    }

    private static WrittenOff writtenOff(ExpenseWrittenOff event) {
        var attribution = new Attribution(
                KIND,
                Work.of(event),
                event.getServiceDate(),
                event.getAccountingDate(),
                event.getCurrency(),
                Attribution.FIRST_RULES);
        var part = new SourcePart(event.getPortionNo(), 0, event.getAmount());
        return new WrittenOff(event.getExpenseId(), event.getCreditNoteId(), part, attribution);
    }

    private static Lowered lowered(ExpenseLowered event) {
        var attribution = new Attribution(
                KIND,
                Work.of(event),
                event.getServiceDate(),
                event.getAccountingDate(),
                event.getCurrency(),
                Attribution.FIRST_RULES);
        var part = new SourcePart(event.getPortionNo(), 0, event.getAmount());
        return new Lowered(event.getExpenseId(), event.getCreditNoteId(), part, attribution);
    }

    private static Deferred deferred(ExpenseDeferred event) {
        return new Deferred(event.getExpenseId(), event.getUntil(), event.getReason());
    }

    private ExpenseSources() {}
}
