package io.fairlead.app.verify;

import io.fairlead.billing.event.BillingItemBilled;
import io.fairlead.billing.event.BillingItemPutOnDraft;
import io.fairlead.billing.event.BillingItemReady;
import io.fairlead.billing.event.BillingItemTakenOffDraft;
import io.fairlead.expense.event.ExpenseBilled;
import io.fairlead.expense.event.ExpensePriced;
import io.fairlead.expense.event.ExpensePutOnDraft;
import io.fairlead.expense.event.ExpenseTakenOffDraft;
import io.fairlead.time.event.TimeBilled;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimePutOnDraft;
import io.fairlead.time.event.TimeTakenOffDraft;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What became of each priced time entry and each ready billing item, by their own events alone. */
final class WorkAccount implements Account {

    private final Map<String, Work> bySource = new HashMap<>();
    private final List<String> contradictions = new ArrayList<>();

    /** Where work can stand. */
    enum State {
        UNBILLED,
        DRAFTED,
        BILLED
    }

    /**
     * One source of work, in its last state.
     *
     * @param amount priced, in the currency
     * @param invoiceId of the draft or the invoice; null while unbilled
     * @param invoiceLineNo of the issued line; 0 before
     */
    record Work(
            String contractId,
            String currency,
            BigDecimal amount,
            State state,
            @Nullable String invoiceId,
            int invoiceLineNo) {

        Work in(State next, @Nullable String invoice, int lineNo) {
            return new Work(contractId, currency, amount, next, invoice, lineNo);
        }
    }

    @Override
    public void book(SpecificRecord event) {
        switch (event) {
            case TimePriced priced ->
                ready(priced.getTimeEntryId(), priced.getContractId(), priced.getCurrency(), priced.getAmount());
            case BillingItemReady item ->
                ready(item.getBillingItemId(), item.getContractId(), item.getCurrency(), item.getAmount());
            case ExpensePriced priced ->
                ready(priced.getExpenseId(), priced.getContractId(), priced.getCurrency(), priced.getAmount());
            case ExpensePutOnDraft put -> drafted(put.getExpenseId(), put.getInvoiceId(), put.getAmount());
            case ExpenseTakenOffDraft taken -> freed(taken.getExpenseId(), taken.getInvoiceId(), taken.getAmount());
            case ExpenseBilled billed ->
                billed(billed.getExpenseId(), billed.getInvoiceId(), billed.getInvoiceLineNo(), billed.getAmount());
            case TimePutOnDraft put -> drafted(put.getTimeEntryId(), put.getInvoiceId(), put.getAmount());
            case BillingItemPutOnDraft put -> drafted(put.getBillingItemId(), put.getInvoiceId(), put.getAmount());
            case TimeTakenOffDraft taken -> freed(taken.getTimeEntryId(), taken.getInvoiceId(), taken.getAmount());
            case BillingItemTakenOffDraft taken ->
                freed(taken.getBillingItemId(), taken.getInvoiceId(), taken.getAmount());
            case TimeBilled billed ->
                billed(billed.getTimeEntryId(), billed.getInvoiceId(), billed.getInvoiceLineNo(), billed.getAmount());
            case BillingItemBilled billed ->
                billed(billed.getBillingItemId(), billed.getInvoiceId(), billed.getInvoiceLineNo(), billed.getAmount());
            default -> {}
        }
    }

    Map<String, Work> bySource() {
        return Collections.unmodifiableMap(bySource);
    }

    /** Sentences about events that no event before allows. */
    List<String> contradictions() {
        return Collections.unmodifiableList(contradictions);
    }

    private void ready(String source, String contract, String currency, BigDecimal amount) {
        var before = bySource.get(source);
        if (before != null && before.state() != State.UNBILLED) {
            contradict(source, "is priced again while " + standing(before));
        }
        bySource.put(source, new Work(contract, currency, amount, State.UNBILLED, null, 0));
    }

    private void drafted(String source, String invoice, BigDecimal amount) {
        move(source, State.UNBILLED, null, amount, "is put on draft " + invoice, State.DRAFTED, invoice, 0);
    }

    private void freed(String source, String invoice, BigDecimal amount) {
        move(source, State.DRAFTED, invoice, amount, "is taken off draft " + invoice, State.UNBILLED, null, 0);
    }

    private void billed(String source, String invoice, int lineNo, BigDecimal amount) {
        move(source, State.DRAFTED, invoice, amount, "is billed on " + invoice, State.BILLED, invoice, lineNo);
    }

    private void move(
            String source,
            State from,
            @Nullable String fromInvoice,
            BigDecimal amount,
            String what,
            State to,
            @Nullable String toInvoice,
            int lineNo) {
        var before = bySource.get(source);
        if (before == null) {
            contradict(source, what + " but was never priced");
            return;
        }
        if (before.state() != from || (fromInvoice != null && !fromInvoice.equals(before.invoiceId()))) {
            contradict(source, what + " while " + standing(before));
        }
        if (before.amount().compareTo(amount) != 0) {
            contradict(source, what + " with " + amount + " of " + before.amount());
        }
        bySource.put(source, before.in(to, toInvoice, lineNo));
    }

    private void contradict(String source, String what) {
        contradictions.add(source + " " + what);
    }

    private static String standing(Work work) {
        return switch (work.state()) {
            case UNBILLED -> "unbilled";
            case DRAFTED -> "on draft " + work.invoiceId();
            case BILLED -> "billed on " + work.invoiceId();
        };
    }
}
