package io.fairlead.app.verify.account;

import io.fairlead.billing.event.BillingItemBilled;
import io.fairlead.billing.event.BillingItemCorrected;
import io.fairlead.billing.event.BillingItemPutOnDraft;
import io.fairlead.billing.event.BillingItemReady;
import io.fairlead.billing.event.BillingItemReopened;
import io.fairlead.billing.event.BillingItemTakenOffDraft;
import io.fairlead.billing.event.BillingItemWrittenOff;
import io.fairlead.billing.event.CreditApplied;
import io.fairlead.billing.event.CreditNoteIssued;
import io.fairlead.billing.event.CreditNotePosted;
import io.fairlead.billing.event.CreditReleased;
import io.fairlead.billing.event.CreditReserved;
import io.fairlead.billing.event.CustomerCreditTaken;
import io.fairlead.billing.event.DeductionTaken;
import io.fairlead.billing.event.DeductionTakenBack;
import io.fairlead.billing.event.InvoiceApproved;
import io.fairlead.billing.event.InvoiceDiscarded;
import io.fairlead.billing.event.InvoiceDrafted;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.InvoiceLineAdjusted;
import io.fairlead.billing.event.InvoiceLineRemoved;
import io.fairlead.billing.event.InvoiceLinesAdded;
import io.fairlead.billing.event.InvoicePaid;
import io.fairlead.billing.event.InvoicePosted;
import io.fairlead.billing.event.InvoiceReopened;
import io.fairlead.billing.event.InvoiceReturned;
import io.fairlead.billing.event.MoneyReceived;
import io.fairlead.billing.event.MoneyRefunded;
import io.fairlead.billing.event.MoneySentBack;
import io.fairlead.billing.event.NumberAssigned;
import io.fairlead.billing.event.PaymentApplied;
import io.fairlead.billing.event.PaymentReceived;
import io.fairlead.billing.event.PaymentTakenBack;
import io.fairlead.billing.event.ReceiptApplied;
import io.fairlead.billing.event.ReceiptUnapplied;
import io.fairlead.contract.event.RateSet;
import io.fairlead.expense.event.ExpenseApproved;
import io.fairlead.expense.event.ExpenseBilled;
import io.fairlead.expense.event.ExpenseCosted;
import io.fairlead.expense.event.ExpenseLowered;
import io.fairlead.expense.event.ExpensePriced;
import io.fairlead.expense.event.ExpensePutOnDraft;
import io.fairlead.expense.event.ExpenseRecosted;
import io.fairlead.expense.event.ExpenseRefunded;
import io.fairlead.expense.event.ExpenseReopened;
import io.fairlead.expense.event.ExpenseRepriced;
import io.fairlead.expense.event.ExpenseTakenOffDraft;
import io.fairlead.expense.event.ExpenseWrittenOff;
import io.fairlead.log.EventLog;
import io.fairlead.log.StoredEvent;
import io.fairlead.schema.EventCodec;
import io.fairlead.time.event.TimeApprovalWithdrawn;
import io.fairlead.time.event.TimeBilled;
import io.fairlead.time.event.TimeCorrectedAfterApproval;
import io.fairlead.time.event.TimeCorrectedAfterBilling;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimePutOnDraft;
import io.fairlead.time.event.TimeReopened;
import io.fairlead.time.event.TimeRepriced;
import io.fairlead.time.event.TimeTakenOffDraft;
import io.fairlead.time.event.TimeWrittenOff;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The log read once, from its beginning to a position, and what follows from it.
 *
 * @param position up to which it was read
 * @param work what became of priced work
 * @param invoices what was said of invoices
 * @param credits what invoices granted to credits
 * @param numbers what was numbered
 * @param money where money went that came in
 * @param prices of time, worked out again
 * @param postings what the ERP said of documents
 * @param expenses what expenses cost and what is paid for them
 */
public record LogFold(
        long position,
        WorkAccount work,
        InvoiceAccount invoices,
        CreditAccount credits,
        NumberAccount numbers,
        MoneyAccount money,
        PriceAccount prices,
        PostingAccount postings,
        ExpenseAccount expenses) {

    private static final int PAGE_SIZE = 5_000;

    private static final Set<String> WANTED = Stream.<Class<?>>of(
                    TimePriced.class,
                    TimePutOnDraft.class,
                    TimeTakenOffDraft.class,
                    TimeBilled.class,
                    TimeRepriced.class,
                    TimeCorrectedAfterApproval.class,
                    TimeApprovalWithdrawn.class,
                    TimeReopened.class,
                    TimeWrittenOff.class,
                    TimeCorrectedAfterBilling.class,
                    BillingItemReady.class,
                    BillingItemPutOnDraft.class,
                    BillingItemTakenOffDraft.class,
                    BillingItemBilled.class,
                    ExpenseApproved.class,
                    ExpenseRefunded.class,
                    ExpenseCosted.class,
                    ExpenseRecosted.class,
                    ExpensePriced.class,
                    ExpenseRepriced.class,
                    ExpensePutOnDraft.class,
                    ExpenseTakenOffDraft.class,
                    ExpenseBilled.class,
                    BillingItemReopened.class,
                    BillingItemCorrected.class,
                    BillingItemWrittenOff.class,
                    ExpenseReopened.class,
                    ExpenseLowered.class,
                    ExpenseWrittenOff.class,
                    InvoiceLinesAdded.class,
                    InvoiceDrafted.class,
                    InvoiceApproved.class,
                    InvoiceDiscarded.class,
                    InvoiceIssued.class,
                    InvoiceLineRemoved.class,
                    InvoiceLineAdjusted.class,
                    InvoiceReturned.class,
                    CreditReserved.class,
                    CreditReleased.class,
                    CreditApplied.class,
                    CustomerCreditTaken.class,
                    CreditNoteIssued.class,
                    PaymentApplied.class,
                    PaymentTakenBack.class,
                    DeductionTaken.class,
                    DeductionTakenBack.class,
                    PaymentReceived.class,
                    MoneyReceived.class,
                    MoneyRefunded.class,
                    MoneySentBack.class,
                    ReceiptApplied.class,
                    ReceiptUnapplied.class,
                    InvoicePaid.class,
                    InvoiceReopened.class,
                    NumberAssigned.class,
                    RateSet.class,
                    InvoicePosted.class,
                    CreditNotePosted.class)
            .map(Class::getName)
            .collect(Collectors.toUnmodifiableSet());

    /** Reads the log; only events that an account wants are decoded. */
    public static LogFold upTo(long position, EventLog log, EventCodec codec) {
        var fold = new LogFold(
                position,
                new WorkAccount(),
                new InvoiceAccount(),
                new CreditAccount(),
                new NumberAccount(),
                new MoneyAccount(),
                new PriceAccount(),
                new PostingAccount(),
                new ExpenseAccount());
        long reached = 0;
        while (reached < position) {
            var page = log.after(reached, (int) Math.min(PAGE_SIZE, position - reached));
            if (page.isEmpty()) {
                throw new IllegalStateException("the log ends at " + reached + ", before position " + position);
            }
            for (var event : page) {
                fold.read(event, codec);
            }
            reached = page.getLast().position();
        }
        return fold;
    }

    private void read(StoredEvent event, EventCodec codec) {
        if (WANTED.contains(event.type())) {
            var content = codec.decode(event);
            work.book(content);
            invoices.book(content);
            credits.book(content);
            numbers.book(content);
            money.book(content);
            prices.book(content);
            postings.book(content);
            expenses.book(content);
        }
    }
}
