package io.fairlead.billing.run;

import io.fairlead.billing.event.CreditLine;
import io.fairlead.billing.event.CreditNoteIssued;
import io.fairlead.billing.invoice.DraftLine;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.billing.item.BillBillingItem;
import io.fairlead.billing.item.BillingItemId;
import io.fairlead.billing.item.CreditBillingItem;
import io.fairlead.billing.item.PutBillingItemOnDraft;
import io.fairlead.billing.item.TakeBillingItemOffDraft;
import io.fairlead.billing.retainer.RestoreRetainer;
import io.fairlead.billing.retainer.RetainerId;
import io.fairlead.expense.BillExpense;
import io.fairlead.expense.CreditExpense;
import io.fairlead.expense.ExpenseId;
import io.fairlead.expense.PutExpenseOnDraft;
import io.fairlead.expense.TakeExpenseOffDraft;
import io.fairlead.shared.Commands.Keyed;
import io.fairlead.shared.Disposition;
import io.fairlead.shared.Portion;
import io.fairlead.time.BillTime;
import io.fairlead.time.CreditTime;
import io.fairlead.time.PutTimeOnDraft;
import io.fairlead.time.TakeTimeOffDraft;
import io.fairlead.time.TimeEntryId;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/** The commands by which an invoice claims, bills and lets go what stands on it, for each kind of source. */
public final class SourceOrders {

    /** Claim a source for a draft; of time what the line says, so that a price changed meanwhile is refused. */
    static Keyed claim(InvoiceGrouping.Source source, InvoiceId invoice) {
        var line = source.line();
        var id = line.sourceId();
        var key = "claim/" + id + "/" + invoice;
        // Once a part was claimed the line names its number, so that line and claim can never tell different ones.
        boolean named = source.part() || line.portionNo() > 1;
        return switch (kindOf(id)) {
            case TimeEntryId.KIND -> new Keyed(new PutTimeOnDraft(new TimeEntryId(id), invoice, timeOf(line)), key);
            case ExpenseId.KIND ->
                new Keyed(new PutExpenseOnDraft(new ExpenseId(id), invoice, named ? amountOf(line) : null), key);
            default ->
                new Keyed(
                        new PutBillingItemOnDraft(new BillingItemId(id), invoice, named ? amountOf(line) : null), key);
        };
    }

    private static Portion timeOf(DraftLine line) {
        return new Portion(line.portionNo(), line.seconds() == null ? 0 : line.seconds(), line.net());
    }

    private static Portion amountOf(DraftLine line) {
        return new Portion(line.portionNo(), 0, line.net());
    }

    /** The invoice is issued; empty for a draw-down, which was booked when the draft was made. */
    public static Optional<Keyed> bill(
            String sourceId, InvoiceId invoice, String number, int lineNo, LocalDate issueDate) {
        var key = "bill/" + sourceId + "/" + invoice;
        return switch (kindOf(sourceId)) {
            case RetainerId.KIND -> Optional.empty();
            case TimeEntryId.KIND ->
                Optional.of(
                        new Keyed(new BillTime(new TimeEntryId(sourceId), invoice, number, lineNo, issueDate), key));
            case ExpenseId.KIND ->
                Optional.of(
                        new Keyed(new BillExpense(new ExpenseId(sourceId), invoice, number, lineNo, issueDate), key));
            default ->
                Optional.of(new Keyed(
                        new BillBillingItem(new BillingItemId(sourceId), invoice, number, lineNo, issueDate), key));
        };
    }

    /** The draft lets the source go. */
    public static Keyed release(String sourceId, InvoiceId invoice, String reason) {
        var key = "let-go/" + sourceId + "/" + invoice;
        return switch (kindOf(sourceId)) {
            case RetainerId.KIND ->
                new Keyed(
                        new RestoreRetainer(new RetainerId(sourceId), invoice, invoice.value(), null, null, reason),
                        key);
            case TimeEntryId.KIND -> new Keyed(new TakeTimeOffDraft(new TimeEntryId(sourceId), invoice, reason), key);
            case ExpenseId.KIND -> new Keyed(new TakeExpenseOffDraft(new ExpenseId(sourceId), invoice, reason), key);
            default -> new Keyed(new TakeBillingItemOffDraft(new BillingItemId(sourceId), invoice, reason), key);
        };
    }

    /** Nothing of an expense comes back when all that is credited is what review wrote up. */
    public static boolean givesBack(CreditLine line) {
        return !kindOf(line.getSourceId()).equals(ExpenseId.KIND)
                || line.getSourceAmount().signum() != 0;
    }

    /** An issued credit note gives a part of the source back (R12); a draw-down is restored, whatever its disposition. */
    public static Keyed credit(CreditLine line, CreditNoteIssued note) {
        var sourceId = line.getSourceId();
        var key = "credit/" + note.getCreditNoteId() + "/" + line.getLineNo();
        var amount = line.getSourceAmount();
        return switch (kindOf(sourceId)) {
            case RetainerId.KIND ->
                new Keyed(
                        new RestoreRetainer(
                                new RetainerId(sourceId),
                                new InvoiceId(note.getInvoiceId()),
                                note.getCreditNoteId(),
                                amount.abs(),
                                note.getIssueDate(),
                                note.getReason()),
                        key);
            case TimeEntryId.KIND ->
                new Keyed(
                        new CreditTime(
                                new TimeEntryId(sourceId),
                                note.getCreditNoteId(),
                                line.getPortionNo(),
                                Objects.requireNonNullElse(line.getSeconds(), 0),
                                amount,
                                Disposition.valueOf(line.getDisposition()),
                                note.getIssueDate()),
                        key);
            case ExpenseId.KIND ->
                new Keyed(
                        new CreditExpense(
                                new ExpenseId(sourceId),
                                note.getCreditNoteId(),
                                line.getPortionNo(),
                                amount,
                                Disposition.valueOf(line.getDisposition()),
                                note.getIssueDate()),
                        key);
            default ->
                new Keyed(
                        new CreditBillingItem(
                                new BillingItemId(sourceId),
                                note.getCreditNoteId(),
                                line.getPortionNo(),
                                amount,
                                Disposition.valueOf(line.getDisposition()),
                                note.getIssueDate()),
                        key);
        };
    }

    private static String kindOf(String sourceId) {
        return sourceId.substring(0, Math.max(0, sourceId.indexOf(':')));
    }

    private SourceOrders() {}
}
