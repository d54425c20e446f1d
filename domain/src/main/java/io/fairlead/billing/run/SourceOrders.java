package io.fairlead.billing.run;

import io.fairlead.billing.event.CreditLine;
import io.fairlead.billing.event.CreditNoteIssued;
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
import io.fairlead.shared.Portion.SharedWhole;
import io.fairlead.time.BillTime;
import io.fairlead.time.CreditTime;
import io.fairlead.time.PutTimeOnDraft;
import io.fairlead.time.TakeTimeOffDraft;
import io.fairlead.time.TimeEntryId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The commands by which an invoice claims, bills and lets go what stands on it, for each kind of source. */
public final class SourceOrders {

    /**
     * Claim a source for a draft: what its line says, so that line and claim never tell different numbers or amounts, and no more
     * is claimed than limits grant. What became less meanwhile is refused; of what became more the next run takes the rest.
     *
     * @param of what was parted between several payers; null where one pays
     */
    static Keyed claim(InvoiceGrouping.Source source, InvoiceId invoice, @Nullable SharedWhole of) {
        var line = source.line();
        var id = line.sourceId();
        var key = "claim/" + id + "/" + invoice;
        var portion = new Portion(line.portionNo(), Objects.requireNonNullElse(line.seconds(), 0), line.net(), of);
        return switch (kindOf(id)) {
            case TimeEntryId.KIND -> new Keyed(new PutTimeOnDraft(new TimeEntryId(id), invoice, portion), key);
            case ExpenseId.KIND -> new Keyed(new PutExpenseOnDraft(new ExpenseId(id), invoice, portion), key);
            default -> new Keyed(new PutBillingItemOnDraft(new BillingItemId(id), invoice, portion), key);
        };
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

    /** The draft lets all of its sources go; a retainer stands there once for each prepayment that is drawn. */
    public static List<Keyed> releaseAll(Collection<String> sourceIds, InvoiceId invoice, String reason) {
        return sourceIds.stream()
                .distinct()
                .map(id -> release(id, null, invoice, reason))
                .toList();
    }

    /** The draft lets the source go, of a retainer the draw of that number, or all draws where none is named. */
    public static Keyed release(String sourceId, @Nullable Integer portionNo, InvoiceId invoice, String reason) {
        var key = "let-go/" + sourceId + "/" + invoice;
        return switch (kindOf(sourceId)) {
            case RetainerId.KIND ->
                new Keyed(
                        new RestoreRetainer(
                                new RetainerId(sourceId), invoice, portionNo, invoice.value(), null, null, reason),
                        portionNo == null ? key : key + "/" + portionNo);
            case TimeEntryId.KIND -> new Keyed(new TakeTimeOffDraft(new TimeEntryId(sourceId), invoice, reason), key);
            case ExpenseId.KIND -> new Keyed(new TakeExpenseOffDraft(new ExpenseId(sourceId), invoice, reason), key);
            default -> new Keyed(new TakeBillingItemOffDraft(new BillingItemId(sourceId), invoice, reason), key);
        };
    }

    /**
     * Whether a credited line gives its source anything back. A small part of a line that review wrote up may be less than half
     * a cent of the source.
     */
    public static boolean givesBack(CreditLine line) {
        return line.getSourceAmount().signum() != 0 || Objects.requireNonNullElse(line.getSeconds(), 0) != 0;
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
                                line.getPortionNo(),
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
