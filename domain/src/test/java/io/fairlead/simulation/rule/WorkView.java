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
import io.fairlead.expense.event.ExpenseRecorded;
import io.fairlead.expense.event.ExpenseReopened;
import io.fairlead.expense.event.ExpenseTakenOffDraft;
import io.fairlead.expense.event.ExpenseWrittenOff;
import io.fairlead.simulation.Recorded;
import io.fairlead.time.event.TimeApprovalChallenged;
import io.fairlead.time.event.TimeApprovalConfirmed;
import io.fairlead.time.event.TimeApprovalWithdrawn;
import io.fairlead.time.event.TimeBilled;
import io.fairlead.time.event.TimeCorrectedAfterApproval;
import io.fairlead.time.event.TimeCorrectedAfterBilling;
import io.fairlead.time.event.TimeDeferred;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimePutOnDraft;
import io.fairlead.time.event.TimeRateOverridden;
import io.fairlead.time.event.TimeRecorded;
import io.fairlead.time.event.TimeReopened;
import io.fairlead.time.event.TimeRepriced;
import io.fairlead.time.event.TimeTakenOffDraft;
import io.fairlead.time.event.TimeWrittenOff;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rows of unbilled work as the views would show them, made from a part of the log; look-ups of processes read it. */
public final class WorkView {

    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final Map<String, String> authors = new HashMap<>();
    private final Set<String> ownRates = new HashSet<>();

    public WorkView(List<Recorded> known) {
        known.forEach(this::see);
    }

    /** Part of a source on a draft or invoice. */
    public record Claim(String invoice, int portionNo, int seconds, BigDecimal amount, boolean billed) {}

    /** One source: what is ready of it, and what drafts and invoices have. */
    public static final class Row {
        public final String source;
        public final String contract;
        public final String entity;
        public final String customer;
        public final String project;
        public final @Nullable String person;
        public final @Nullable String description;
        public final boolean disbursement;
        public final int lineNo;
        public final LocalDate day;
        public final boolean byTime;
        public final String currency;
        public final Map<Integer, Claim> claims;
        public int seconds;
        public BigDecimal amount;

        public @Nullable BigDecimal rate;

        /** Of a unit in the contract's currency; the rate where that is in it. */
        public @Nullable BigDecimal price;

        /** Null when it is the contract's. */
        public @Nullable String rateCurrency;

        public @Nullable Integer secondsPerUnit;
        public @Nullable LocalDate deferredUntil;

        boolean inDoubt;

        private Row(TimePriced priced, @Nullable Row before) {
            source = priced.getTimeEntryId();
            contract = priced.getContractId();
            entity = priced.getLegalEntityId();
            customer = priced.getCustomerId();
            project = priced.getProjectId();
            person = priced.getPersonId();
            description = null;
            disbursement = false;
            lineNo = priced.getLineNo();
            day = priced.getServiceDate();
            byTime = true;
            currency = priced.getCurrency();
            claims = before == null ? new TreeMap<>() : before.claims;
            seconds = priced.getBilledSeconds();
            amount = priced.getAmount();
            rate = priced.getRate();
            rateCurrency = priced.getRateCurrency();
            price = Objects.requireNonNullElse(priced.getPrice(), priced.getRate());
            secondsPerUnit = priced.getSecondsPerUnit();
        }

        private Row(BillingItemReady item) {
            source = item.getBillingItemId();
            contract = item.getContractId();
            entity = item.getLegalEntityId();
            customer = item.getCustomerId();
            project = item.getProjectId();
            person = null;
            description = item.getDescription();
            disbursement = false;
            lineNo = item.getLineNo();
            day = item.getServiceDate();
            byTime = false;
            currency = item.getCurrency();
            claims = new TreeMap<>();
            amount = item.getAmount();
        }

        private Row(ExpensePriced expense) {
            source = expense.getExpenseId();
            contract = expense.getContractId();
            entity = expense.getLegalEntityId();
            customer = expense.getCustomerId();
            project = expense.getProjectId();
            person = expense.getPersonId();
            description = expense.getCategory();
            disbursement = expense.getDisbursement();
            lineNo = expense.getLineNo();
            day = expense.getServiceDate();
            byTime = false;
            currency = expense.getCurrency();
            claims = new TreeMap<>();
            amount = expense.getAmount();
        }

        public int nextPortion() {
            return claims.keySet().stream().mapToInt(no -> no).max().orElse(0) + 1;
        }

        public boolean isReady() {
            return (amount.signum() != 0 || seconds > 0) && !inDoubt;
        }

        private void add(int more, BigDecimal worth) {
            seconds += more;
            amount = amount.add(worth);
        }

        private void put(Claim claim) {
            claims.put(claim.portionNo(), claim);
            add(-claim.seconds(), claim.amount().negate());
        }

        private void take(int portionNo) {
            var claim = claims.remove(portionNo);
            if (claim != null) {
                add(claim.seconds(), claim.amount());
            }
        }

        private void bill(int portionNo) {
            claims.computeIfPresent(
                    portionNo, (_, was) -> new Claim(was.invoice(), portionNo, was.seconds(), was.amount(), true));
        }

        private void credit(int portionNo, int back, BigDecimal worth) {
            claims.computeIfPresent(
                    portionNo,
                    (_, was) -> new Claim(
                            was.invoice(),
                            portionNo,
                            was.seconds() - back,
                            was.amount().subtract(worth),
                            was.billed()));
        }

        private void reprice(TimeRepriced repriced) {
            rate = repriced.getRate();
            rateCurrency = repriced.getRateCurrency();
            price = Objects.requireNonNullElse(repriced.getPrice(), repriced.getRate());
            secondsPerUnit = repriced.getSecondsPerUnit();
            add(0, repriced.getAmountDelta());
        }
    }

    public Map<String, Row> rows() {
        return rows;
    }

    /** Who entered it; null when nobody of the firm did. */
    public @Nullable String author(Row row) {
        return authors.get(row.source);
    }

    public boolean hasOwnRate(Row row) {
        return ownRates.contains(row.source);
    }

    private void see(Recorded each) {
        var id = each.stream();
        switch (each.event()) {
            case TimeRecorded e -> authors.put(id, e.getAuthor());
            case TimePriced e -> rows.put(id, new Row(e, rows.get(id)));
            case BillingItemReady e -> {
                rows.put(id, new Row(e));
                if (e.getAuthor() != null) {
                    authors.put(id, e.getAuthor());
                }
            }
            case TimeRateOverridden _ -> ownRates.add(id);
            case TimeRepriced e -> row(id).reprice(e);
            case TimeCorrectedAfterApproval e -> {
                if (e.getBilledSecondsDelta() != null && e.getAmountDelta() != null) {
                    row(id).add(e.getBilledSecondsDelta(), e.getAmountDelta());
                }
            }
            case TimeApprovalWithdrawn e -> {
                if (e.getBilledSeconds() != null && e.getAmount() != null) {
                    row(id).add(-e.getBilledSeconds(), e.getAmount().negate());
                    row(id).inDoubt = false;
                }
            }
            case TimeWrittenOff e -> {
                if (e.getCreditNoteId() == null) {
                    row(id).add(-e.getSeconds(), e.getAmount().negate());
                } else {
                    row(id).credit(e.getPortionNo(), e.getSeconds(), e.getAmount());
                }
            }
            case TimeReopened e -> {
                row(id).credit(e.getPortionNo(), e.getSeconds(), e.getAmount());
                row(id).add(e.getSeconds(), e.getAmount());
            }
            case TimeCorrectedAfterBilling e -> row(id).credit(e.getPortionNo(), e.getSeconds(), e.getAmount());
            case BillingItemReopened e -> {
                row(id).credit(e.getPortionNo(), 0, e.getAmount());
                row(id).add(0, e.getAmount());
            }
            case BillingItemWrittenOff e -> writtenOff(row(id), e.getCreditNoteId(), e.getPortionNo(), e.getAmount());
            case BillingItemCorrected e -> row(id).credit(e.getPortionNo(), 0, e.getAmount());
            case BillingItemDeferred e -> row(id).deferredUntil = e.getUntil();
            case TimeDeferred e -> row(id).deferredUntil = e.getUntil();
            case TimeApprovalChallenged _ -> row(id).inDoubt = true;
            case TimeApprovalConfirmed _ -> row(id).inDoubt = false;
            case TimePutOnDraft e ->
                row(id).put(new Claim(e.getInvoiceId(), e.getPortionNo(), e.getSeconds(), e.getAmount(), false));
            case BillingItemPutOnDraft e ->
                row(id).put(new Claim(e.getInvoiceId(), e.getPortionNo(), 0, e.getAmount(), false));
            case TimeTakenOffDraft e -> row(id).take(e.getPortionNo());
            case BillingItemTakenOffDraft e -> row(id).take(e.getPortionNo());
            case TimeBilled e -> row(id).bill(e.getPortionNo());
            case BillingItemBilled e -> row(id).bill(e.getPortionNo());
            default -> expense(id, each.event());
        }
    }

    private void expense(String id, Object event) {
        switch (event) {
            case ExpenseRecorded e -> authors.put(id, e.getAuthor());
            case ExpensePriced e -> rows.put(id, new Row(e));
            case ExpensePutOnDraft e ->
                row(id).put(new Claim(e.getInvoiceId(), e.getPortionNo(), 0, e.getAmount(), false));
            case ExpenseTakenOffDraft e -> row(id).take(e.getPortionNo());
            case ExpenseBilled e -> row(id).bill(e.getPortionNo());
            case ExpenseDeferred e -> row(id).deferredUntil = e.getUntil();
            case ExpenseReopened e -> {
                row(id).credit(e.getPortionNo(), 0, e.getAmount());
                row(id).add(0, e.getAmount());
            }
            case ExpenseLowered e -> row(id).credit(e.getPortionNo(), 0, e.getAmount());
            case ExpenseWrittenOff e -> writtenOff(row(id), e.getCreditNoteId(), e.getPortionNo(), e.getAmount());
            default -> {}
        }
    }

    private static void writtenOff(Row row, @Nullable String creditNote, int portionNo, BigDecimal amount) {
        if (creditNote == null) {
            row.add(0, amount.negate());
        } else {
            row.credit(portionNo, 0, amount);
        }
    }

    private Row row(String id) {
        return Objects.requireNonNull(rows.get(id), () -> id + " has no row");
    }
}
