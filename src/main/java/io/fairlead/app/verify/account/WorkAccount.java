package io.fairlead.app.verify.account;

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
import io.fairlead.expense.event.ExpenseRepriced;
import io.fairlead.expense.event.ExpenseTakenOffDraft;
import io.fairlead.expense.event.ExpenseWrittenOff;
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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What became of each priced time entry and each ready billing item, portion by portion, by their own events alone. */
public final class WorkAccount implements RunningAccount {

    private final Map<String, Work> bySource = new HashMap<>();
    private final List<String> contradictions = new ArrayList<>();

    /** Where a portion can stand. */
    public enum State {
        DRAFTED,
        BILLED
    }

    /**
     * A part of a source on one draft or invoice.
     *
     * @param amount as claimed
     * @param invoiceLineNo of the issued line; 0 before
     * @param credited of it, never more than it
     */
    public record Portion(State state, String invoiceId, int invoiceLineNo, BigDecimal amount, BigDecimal credited) {

        public BigDecimal billed() {
            return state == State.BILLED ? amount.subtract(credited) : BigDecimal.ZERO;
        }
    }

    /** One source of work: what it is worth and where each part of that stands. */
    public static final class Work {

        private final String contractId;
        private final String currency;
        private BigDecimal priced = BigDecimal.ZERO;
        private BigDecimal unbilled = BigDecimal.ZERO;
        private BigDecimal writtenOff = BigDecimal.ZERO;
        private final Map<Integer, Portion> portions = new TreeMap<>();

        Work(String contractId, String currency) {
            this.contractId = contractId;
            this.currency = currency;
        }

        public String contractId() {
            return contractId;
        }

        public String currency() {
            return currency;
        }

        /** What it is worth by its own events. */
        public BigDecimal amount() {
            return priced;
        }

        public BigDecimal unbilled() {
            return unbilled;
        }

        public BigDecimal writtenOff() {
            return writtenOff;
        }

        public BigDecimal drafted() {
            return portions.values().stream()
                    .filter(portion -> portion.state() == State.DRAFTED)
                    .map(Portion::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        public BigDecimal billed() {
            return portions.values().stream().map(Portion::billed).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        public Map<Integer, Portion> portions() {
            return Collections.unmodifiableMap(portions);
        }
    }

    @Override
    public void book(SpecificRecord event) {
        switch (event) {
            case TimePriced e -> ready(e.getTimeEntryId(), e.getContractId(), e.getCurrency(), e.getAmount());
            case BillingItemReady e -> ready(e.getBillingItemId(), e.getContractId(), e.getCurrency(), e.getAmount());
            case TimeRepriced e -> changed(e.getTimeEntryId(), "is repriced", e.getAmountDelta());
            case TimeCorrectedAfterApproval e -> changed(e.getTimeEntryId(), "is corrected", e.getAmountDelta());
            case TimeApprovalWithdrawn e -> changed(e.getTimeEntryId(), "is withdrawn", negated(e.getAmount()));
            case TimePutOnDraft e -> drafted(e.getTimeEntryId(), e.getPortionNo(), e.getInvoiceId(), e.getAmount());
            case BillingItemPutOnDraft e ->
                drafted(e.getBillingItemId(), e.getPortionNo(), e.getInvoiceId(), e.getAmount());
            case TimeTakenOffDraft e -> freed(e.getTimeEntryId(), e.getPortionNo(), e.getInvoiceId(), e.getAmount());
            case BillingItemTakenOffDraft e ->
                freed(e.getBillingItemId(), e.getPortionNo(), e.getInvoiceId(), e.getAmount());
            case TimeBilled e ->
                billed(e.getTimeEntryId(), e.getPortionNo(), e.getInvoiceId(), e.getInvoiceLineNo(), e.getAmount());
            case BillingItemBilled e ->
                billed(e.getBillingItemId(), e.getPortionNo(), e.getInvoiceId(), e.getInvoiceLineNo(), e.getAmount());
            case ExpensePriced e -> ready(e.getExpenseId(), e.getContractId(), e.getCurrency(), e.getAmount());
            case ExpenseRepriced e -> changed(e.getExpenseId(), "is repriced", e.getAmountDelta());
            case ExpensePutOnDraft e -> drafted(e.getExpenseId(), e.getPortionNo(), e.getInvoiceId(), e.getAmount());
            case ExpenseTakenOffDraft e -> freed(e.getExpenseId(), e.getPortionNo(), e.getInvoiceId(), e.getAmount());
            case ExpenseBilled e ->
                billed(e.getExpenseId(), e.getPortionNo(), e.getInvoiceId(), e.getInvoiceLineNo(), e.getAmount());
            case TimeReopened e -> reopened(e.getTimeEntryId(), e.getPortionNo(), e.getAmount());
            case BillingItemReopened e -> reopened(e.getBillingItemId(), e.getPortionNo(), e.getAmount());
            case ExpenseReopened e -> reopened(e.getExpenseId(), e.getPortionNo(), e.getAmount());
            case TimeCorrectedAfterBilling e -> lowered(e.getTimeEntryId(), e.getPortionNo(), e.getAmount());
            case BillingItemCorrected e -> lowered(e.getBillingItemId(), e.getPortionNo(), e.getAmount());
            case ExpenseLowered e -> lowered(e.getExpenseId(), e.getPortionNo(), e.getAmount());
            case TimeWrittenOff e -> writtenOff(e.getTimeEntryId(), e.getPortionNo(), e.getAmount());
            case BillingItemWrittenOff e -> writtenOff(e.getBillingItemId(), e.getPortionNo(), e.getAmount());
            case ExpenseWrittenOff e -> writtenOff(e.getExpenseId(), e.getPortionNo(), e.getAmount());
            default -> {}
        }
    }

    public Map<String, Work> bySource() {
        return Collections.unmodifiableMap(bySource);
    }

    /** Sentences about events that no event before allows. */
    public List<String> contradictions() {
        return Collections.unmodifiableList(contradictions);
    }

    private void ready(String source, String contract, String currency, BigDecimal amount) {
        var work = bySource.computeIfAbsent(source, _ -> new Work(contract, currency));
        if (work.priced.signum() != 0) {
            contradict(source, "is priced again while it is worth " + work.priced);
        }
        work.priced = work.priced.add(amount);
        work.unbilled = work.unbilled.add(amount);
    }

    private void changed(String source, String what, @Nullable BigDecimal delta) {
        if (delta == null) {
            return; // It had no price.
        }
        work(source, what).ifPresent(work -> {
            work.priced = work.priced.add(delta);
            take(source, work, delta.negate(), what);
        });
    }

    private void drafted(String source, int no, String invoice, BigDecimal amount) {
        var what = "is put on draft " + invoice;
        work(source, what).ifPresent(work -> {
            var before = work.portions.get(no);
            if (before != null
                    && (before.state() == State.DRAFTED || before.billed().signum() > 0)) {
                contradict(source, what + " while " + standing(before));
            }
            take(source, work, amount, what);
            work.portions.put(no, new Portion(State.DRAFTED, invoice, 0, amount, BigDecimal.ZERO));
        });
    }

    private void freed(String source, int no, String invoice, BigDecimal amount) {
        var what = "is taken off draft " + invoice;
        work(source, what)
                .filter(work -> isDrafted(source, work, no, invoice, amount, what))
                .ifPresent(work -> {
                    work.portions.remove(no);
                    work.unbilled = work.unbilled.add(amount);
                });
    }

    private void billed(String source, int no, String invoice, int lineNo, BigDecimal amount) {
        var what = "is billed on " + invoice;
        work(source, what)
                .filter(work -> isDrafted(source, work, no, invoice, amount, what))
                .ifPresent(work ->
                        work.portions.put(no, new Portion(State.BILLED, invoice, lineNo, amount, BigDecimal.ZERO)));
    }

    private boolean isDrafted(String source, Work work, int no, String invoice, BigDecimal amount, String what) {
        var before = work.portions.get(no);
        if (before == null
                || before.state() != State.DRAFTED
                || !before.invoiceId().equals(invoice)) {
            contradict(source, what + " while " + standing(before));
            return false;
        }
        if (before.amount().compareTo(amount) != 0) {
            contradict(source, what + " with " + amount + " of " + before.amount());
        }
        return true;
    }

    /** The source whose portion was credited; empty when that cannot be. */
    private Optional<Work> credited(String source, int no, BigDecimal amount) {
        return work(source, "is credited").filter(work -> {
            var before = work.portions.get(no);
            if (before == null || before.billed().compareTo(amount) < 0) {
                contradict(source, "is credited with " + amount + " while " + standing(before));
                return false;
            }
            var credited = before.credited().add(amount);
            work.portions.put(
                    no,
                    new Portion(State.BILLED, before.invoiceId(), before.invoiceLineNo(), before.amount(), credited));
            return true;
        });
    }

    private void reopened(String source, int no, BigDecimal amount) {
        credited(source, no, amount).ifPresent(work -> work.unbilled = work.unbilled.add(amount));
    }

    private void lowered(String source, int no, BigDecimal amount) {
        credited(source, no, amount).ifPresent(work -> work.priced = work.priced.subtract(amount));
    }

    /** Portion 0 was not billed. */
    private void writtenOff(String source, int no, BigDecimal amount) {
        var found = no == 0 ? work(source, "is written off") : credited(source, no, amount);
        found.ifPresent(work -> {
            if (no == 0) {
                take(source, work, amount, "is written off");
            }
            work.writtenOff = work.writtenOff.add(amount);
        });
    }

    private Optional<Work> work(String source, String what) {
        var work = Optional.ofNullable(bySource.get(source));
        if (work.isEmpty()) {
            contradict(source, what + " but was never priced");
        }
        return work;
    }

    private void take(String source, Work work, BigDecimal amount, String what) {
        if (work.unbilled.compareTo(amount) < 0) {
            contradict(source, what + " with " + amount + " of " + work.unbilled + " unbilled");
        }
        work.unbilled = work.unbilled.subtract(amount);
    }

    private static @Nullable BigDecimal negated(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.negate();
    }

    private void contradict(String source, String what) {
        contradictions.add(source + " " + what);
    }

    private static String standing(@Nullable Portion portion) {
        if (portion == null) {
            return "unbilled";
        }
        return switch (portion.state()) {
            case DRAFTED -> "on draft " + portion.invoiceId();
            case BILLED -> "billed on " + portion.invoiceId();
        };
    }
}
