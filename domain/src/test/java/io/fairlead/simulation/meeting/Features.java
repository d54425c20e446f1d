package io.fairlead.simulation.meeting;

import io.fairlead.billing.event.CreditNoteIssued;
import io.fairlead.billing.event.CreditReserved;
import io.fairlead.billing.event.CustomerCreditPaidOut;
import io.fairlead.billing.event.CustomerCreditTaken;
import io.fairlead.billing.event.DeductionTaken;
import io.fairlead.billing.event.InvoiceApproved;
import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.event.InvoiceLinesAdded;
import io.fairlead.billing.event.InvoicePlanned;
import io.fairlead.billing.event.MoneyRefunded;
import io.fairlead.billing.event.MoneySentBack;
import io.fairlead.billing.event.PayableRounding;
import io.fairlead.billing.event.ReceiptApplied;
import io.fairlead.billing.event.ReceiptUnapplied;
import io.fairlead.billing.event.RetainerDrawn;
import io.fairlead.billing.event.RetainerExpired;
import io.fairlead.billing.event.RetainerInvoiced;
import io.fairlead.billing.event.RetainerRestored;
import io.fairlead.billing.event.TaxRow;
import io.fairlead.contract.event.ContractSigned;
import io.fairlead.contract.event.PurchaseOrderReceived;
import io.fairlead.exception.event.ExceptionResolved;
import io.fairlead.expense.event.ExpenseBilled;
import io.fairlead.expense.event.ExpenseDeferred;
import io.fairlead.expense.event.ExpenseLowered;
import io.fairlead.expense.event.ExpensePriced;
import io.fairlead.expense.event.ExpensePutOnDraft;
import io.fairlead.expense.event.ExpenseReopened;
import io.fairlead.expense.event.ExpenseWrittenOff;
import io.fairlead.funding.event.FundsBilledBeyondLimit;
import io.fairlead.funding.event.FundsConsumed;
import io.fairlead.funding.event.FundsDrafted;
import io.fairlead.funding.event.FundsRaisedOnDraft;
import io.fairlead.funding.event.FundsRanShort;
import io.fairlead.funding.event.FundsReserved;
import io.fairlead.party.event.CustomerMerged;
import io.fairlead.simulation.World;
import io.fairlead.time.event.TimeMoved;
import io.fairlead.time.event.TimeRepriced;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How often a history meets what makes billing hard, so that nothing drops out of the histories unseen. */
public final class Features {

    /** Of each feature at least one in so many histories, on average. */
    public static final Map<String, Integer> RARITY = rarity();

    /** Differs so much from one thousand histories to the next that half is asked of fewer than 10,000. */
    private static final String UNEVEN = "retainer drawn";

    private final Map<String, Long> counts = new TreeMap<>();
    private final Map<String, ContractSigned> contracts = new HashMap<>();
    private final Map<String, BigDecimal> drawn = new HashMap<>();
    private final Map<String, ContractSigned> invoices = new HashMap<>();

    private static Map<String, Integer> rarity() {
        var rarity = new TreeMap<String, Integer>();
        for (var often : new String[] {
            "invoice to one of several payers",
            "limited work drafted for one of several payers",
            "expense drafted for one of several payers",
            "credit to one of several payers",
            "invoice for one project",
            "retainer filled",
            "work drawn from an order's limit",
            "expense priced",
            "expense billed",
            "disbursement priced",
            "work taxed by its payer's profile of the day",
            "invoice paid in steps",
            "invoice over a change of its tax rate",
            "money set against an invoice",
            "time moved",
            "customer merged"
        }) {
            rarity.put(often, 5);
        }
        rarity.put(UNEVEN, 8); // Many are credited or expire before.
        for (var seldom : new String[] {
            "retainer lowered",
            "money taken back from an invoice",
            "money sent back",
            "money refunded",
            "approved time moved",
            "work parted between orders",
            "order received with a limit",
            "expense deferred",
            "expense written off",
            "expense credited",
            "retainer expired",
            "disbursement billed apart",
            "credit paid in steps",
            "credit over a change of its tax rate",
            "limited work written down",
            "credit of a line that was written up or down",
            "owed to a customer and paid out",
            "draw restored",
            "work over a cap of hours"
        }) {
            rarity.put(seldom, 50);
        }
        for (var cured : new String[] {
            "LIMIT_BELOW_BILLED", "LIMIT_NEARLY_USED", "OVER_LIMIT", "PO_EXHAUSTED", "CREDIT_OWED", "POSTING_REFUSED"
        }) {
            rarity.put("closed by itself: " + cured, 500);
        }
        for (var cured : new String[] {"RATE_CHANGED_ON_DRAFT", "RATE_CHANGED_AFTER_BILLING"}) {
            rarity.put("closed by itself: " + cured, 2_000);
        }
        rarity.put("owed to a customer and set against an invoice", 100);
        rarity.put("credit of a part of a drawn invoice", 100);
        rarity.put("limited work written up", 100);
        rarity.put("limit passed by what was billed", 100);
        return rarity;
    }

    /** How many of a feature so many histories have to meet more than. */
    public static long wanted(String feature, long histories) {
        long wanted = histories / Objects.requireNonNull(RARITY.get(feature));
        return feature.equals(UNEVEN) && histories < 10_000 ? wanted / 2 : wanted;
    }

    public void see(World.History history) {
        contracts.clear();
        drawn.clear();
        invoices.clear();
        history.events().forEach(each -> see(each.event()));
    }

    private void see(Object event) {
        switch (event) {
            case ContractSigned e -> contracts.put(e.getContractId(), e);
            case InvoicePlanned e -> {
                var contract = Objects.requireNonNull(contracts.get(e.getContractId()));
                count("invoice to one of several payers", !contract.getPayers().isEmpty());
                count("invoice for one project", contract.getInvoicePer().equals("PROJECT"));
                invoices.put(e.getInvoiceId(), contract);
            }
            case InvoiceLinesAdded e -> see(e);
            case RetainerInvoiced e -> {
                count("retainer filled", e.getAmount().signum() > 0);
                count("retainer lowered", e.getAmount().signum() < 0);
            }
            case RetainerDrawn e -> {
                drawn.merge(e.getInvoiceId(), e.getAmount(), BigDecimal::add);
                count("retainer drawn", true);
                count(
                        "work drawn from a second prepayment",
                        e.getWanted().compareTo(e.getAmount()) > 0
                                && e.getBalance().signum() > 0);
                count("retainer drawn for one of several payers", isShared(e.getContractId()));
            }
            case FundsDrafted e -> count("limited work drafted for one of several payers", isShared(e.getContractId()));
            case CreditReserved e -> {
                count("credit to one of several payers", isShared(e.getContractId()));
                count("credit over a change of its tax rate", isOverChange(e.getTaxRows()));
                count(
                        "credit of a part of a drawn invoice",
                        e.getLines().stream()
                                        .anyMatch(line -> line.getSourceId().startsWith("retainer:"))
                                && drawn.getOrDefault(e.getInvoiceId(), BigDecimal.ZERO)
                                                .compareTo(e.getLines().stream()
                                                        .map(line ->
                                                                line.getNet().negate())
                                                        .filter(back -> back.signum() > 0)
                                                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                                        != 0);
                count("credit paid in steps", isRounded(e.getPayableRounding()));
            }
            case ExceptionResolved e -> count("closed by itself: " + e.getCode(), isByProcess(e));
            case CustomerCreditTaken _ -> count("owed to a customer and set against an invoice", true);
            case ReceiptApplied _ -> count("money set against an invoice", true);
            case ReceiptUnapplied e ->
                count("money taken back from an invoice", !e.getCause().equals("REFUSED"));
            case MoneySentBack _ -> count("money sent back", true);
            case MoneyRefunded _ -> count("money refunded", true);
            case DeductionTaken _ -> count("not paid and given up", true);
            case CustomerMerged _ -> count("customer merged", true);
            case TimeMoved e -> {
                count("time moved", true);
                count("approved time moved", e.getApproved());
            }
            case CustomerCreditPaidOut _ -> count("owed to a customer and paid out", true);
            case InvoiceApproved e -> {
                count("invoice over a change of its tax rate", isOverChange(e.getTaxRows()));
                count("invoice paid in steps", isRounded(e.getPayableRounding()));
                count(
                        "prepayment counted off at another rate",
                        e.getTaxRows().stream().anyMatch(row -> row.getBase().signum() < 0));
            }
            case ExpensePutOnDraft e -> count("expense drafted for one of several payers", isShared(e.getContractId()));
            default -> seeSources(event);
        }
    }

    /** What is special about limits, retainers, orders, expenses and prices of time. */
    private void seeSources(Object event) {
        switch (event) {
            case TimeRepriced e -> {
                count("repriced off a draft", e.getReason().endsWith("off a draft"));
                count("repriced after a correction", e.getReason().endsWith("after a correction"));
                count("repriced after a credit", e.getReason().endsWith("after a credit"));
            }
            case FundsRaisedOnDraft _ -> count("limited work written up", true);
            case FundsConsumed e -> count("limited work written down", isWrittenDown(e));
            case FundsRanShort e ->
                count("work over a cap of hours", e.getLimitId().contains("-hours-"));
            case FundsBilledBeyondLimit _ -> count("limit passed by what was billed", true);
            case CreditNoteIssued e ->
                count(
                        "credit of a line that was written up or down",
                        e.getLines().stream().anyMatch(line -> line.getNet().compareTo(line.getSourceAmount()) != 0));
            case RetainerRestored _ -> count("draw restored", true);
            case RetainerExpired _ -> count("retainer expired", true);
            case PurchaseOrderReceived e -> count("order received with a limit", e.getAmount() != null);
            case FundsReserved e -> {
                long orders = e.getShares().stream()
                        .filter(share ->
                                share.getPoNumber() != null && share.getAmount().signum() > 0)
                        .count();
                count("work drawn from an order's limit", orders > 0);
                count("work parted between orders", orders > 1);
            }
            case ExpensePriced e -> {
                count("expense priced", true);
                count("disbursement priced", e.getDisbursement());
            }
            case ExpenseBilled _ -> count("expense billed", true);
            case ExpenseDeferred _ -> count("expense deferred", true);
            case ExpenseWrittenOff e -> count("expense written off", e.getCreditNoteId() == null);
            case ExpenseReopened _ -> count("expense credited", true);
            case ExpenseLowered _ -> count("expense credited", true);
            default -> {}
        }
    }

    private static boolean isWrittenDown(FundsConsumed event) {
        return event.getDiffering().stream()
                .anyMatch(part -> part.getClaimed() != null && part.getAmount().compareTo(part.getClaimed()) < 0);
    }

    private void see(InvoiceLinesAdded added) {
        var contract = Objects.requireNonNull(invoices.get(added.getInvoiceId()));
        added.getLines()
                .forEach(line -> count("work taxed by its payer's profile of the day", isByProfile(added, line)));
        count(
                "disbursement billed apart",
                contract.getEInvoice().equals("REQUIRED")
                        && added.getLines().stream()
                                .allMatch(line -> line.getTaxCategory().equals("O")));
    }

    /** By a later one than the payer was registered with. */
    private boolean isByProfile(InvoiceLinesAdded added, InvoiceLine line) {
        return !line.getTaxCategory().equals("S")
                && line.getSourceId().startsWith("time-entry:")
                && Objects.requireNonNull(invoices.get(added.getInvoiceId())).getLines().stream()
                        .anyMatch(terms ->
                                terms.getLineNo() == line.getContractLineNo() && terms.getTaxCategory() == null);
    }

    private static boolean isOverChange(List<TaxRow> rows) {
        return rows.stream().map(TaxRow::getCode).distinct().count() < rows.size();
    }

    private static boolean isRounded(@Nullable PayableRounding rounding) {
        return rounding != null && rounding.getAmount().signum() != 0;
    }

    private boolean isShared(String contract) {
        return !Objects.requireNonNull(contracts.get(contract)).getPayers().isEmpty();
    }

    private static boolean isByProcess(ExceptionResolved resolved) {
        return resolved.getResolvedBy().startsWith("fairlead|")
                || resolved.getResolvedBy().startsWith("process|");
    }

    private void count(String feature, boolean happened) {
        if (happened) {
            counts.merge(feature, 1L, Long::sum);
        }
    }

    /** By feature, over all histories seen. */
    public Map<String, Long> counts() {
        return counts;
    }
}
