package io.fairlead.simulation.rule;

import io.fairlead.billing.event.BillingItemPutOnDraft;
import io.fairlead.expense.event.ExpensePutOnDraft;
import io.fairlead.funding.event.FundingLimit;
import io.fairlead.funding.event.FundingLimitChanged;
import io.fairlead.funding.event.FundingOpened;
import io.fairlead.funding.event.FundsDrafted;
import io.fairlead.funding.event.FundsPortion;
import io.fairlead.funding.event.FundsRaisedOnDraft;
import io.fairlead.funding.event.FundsRefused;
import io.fairlead.funding.event.FundsReleased;
import io.fairlead.funding.event.FundsReserved;
import io.fairlead.funding.event.FundsShare;
import io.fairlead.funding.event.FundsTakenOffDraft;
import io.fairlead.simulation.Recorded;
import io.fairlead.time.event.TimePutOnDraft;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What limited work has reserved, and what drafts hold of it, as the view of movements would add it up from the log. */
public final class FundsView {

    private final Map<String, Map<String, BigDecimal>> reserved = new HashMap<>();
    private final Map<String, Map<String, BigDecimal>> onDrafts = new HashMap<>();
    private final Map<String, Map<String, Boolean>> orders = new HashMap<>();
    private final Set<String> asked = new HashSet<>();
    private final Set<List<String>> claimed = new HashSet<>();

    public FundsView(List<Recorded> known) {
        known.forEach(each -> see(each.event()));
    }

    private void see(Object event) {
        switch (event) {
            case FundingOpened e -> e.getLimits().forEach(limit -> order(e.getContractId(), limit));
            case FundingLimitChanged e -> order(e.getContractId(), e.getLimit());
            case FundsReserved e -> shares(e.getSourceId(), e.getShares());
            case FundsRefused e -> shares(e.getSourceId(), e.getShares());
            case FundsReleased e -> shares(e.getSourceId(), e.getShares());
            case FundsDrafted e ->
                e.getPortions()
                        .forEach(part -> draft(
                                e.getInvoiceId(),
                                drawn(e.getContractId(), e.getPoNumber()),
                                part.getSourceId(),
                                part.getAmount()));
            case FundsTakenOffDraft e ->
                e.getPortions().forEach(part -> {
                    onDraft(
                            e.getInvoiceId(),
                            part.getSourceId(),
                            part.getAmount().negate());
                    reserve(part.getSourceId(), drawn(e.getContractId(), e.getPoNumber()), back(part));
                });
            case FundsRaisedOnDraft e ->
                e.getPortions().forEach(part -> onDraft(e.getInvoiceId(), part.getSourceId(), part.getAmount()));
            case TimePutOnDraft e -> claimed.add(List.of(e.getInvoiceId(), e.getTimeEntryId()));
            case BillingItemPutOnDraft e -> claimed.add(List.of(e.getInvoiceId(), e.getBillingItemId()));
            case ExpensePutOnDraft e -> claimed.add(List.of(e.getInvoiceId(), e.getExpenseId()));
            default -> {}
        }
    }

    private void order(String contract, FundingLimit limit) {
        if (limit.getPoNumber() != null) {
            orders.computeIfAbsent(contract, _ -> new LinkedHashMap<>())
                    .put(limit.getPoNumber(), limit.getAmount() != null);
        }
    }

    /** The order whose funds an invoice draws: its own if it is watched, else the first one; null while none sets a limit. */
    private @Nullable String drawn(String contract, @Nullable String order) {
        var known = orders.getOrDefault(contract, Map.of());
        if (!known.containsValue(true)) {
            return null;
        }
        return order != null && known.containsKey(order)
                ? order
                : known.keySet().iterator().next();
    }

    private void shares(String source, List<FundsShare> shares) {
        asked.add(source);
        shares.forEach(share -> reserve(source, share.getPoNumber(), share.getChange()));
    }

    private void draft(String invoice, @Nullable String order, String source, BigDecimal amount) {
        reserve(source, order, amount.negate());
        onDraft(invoice, source, amount);
    }

    private void onDraft(String invoice, String source, BigDecimal more) {
        asked.add(source);
        onDrafts.computeIfAbsent(invoice, _ -> new HashMap<>()).merge(source, more, BigDecimal::add);
    }

    /** What was written up goes with the draft. */
    private static BigDecimal back(FundsPortion part) {
        return part.getAmount().min(part.getClaimed() == null ? part.getAmount() : part.getClaimed());
    }

    private void reserve(String source, @Nullable String order, BigDecimal more) {
        reserved.computeIfAbsent(source, _ -> new TreeMap<>()).merge(order == null ? "" : order, more, BigDecimal::add);
    }

    /**
     * On no draft, by purchase order; an empty word stands for none.
     *
     * @param byOrder false where the contract draws from no orders, whichever its invoices name
     */
    public Map<String, BigDecimal> reserved(String source, boolean byOrder) {
        var of = reserved.getOrDefault(source, Map.of());
        return byOrder ? of : Map.of("", of.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** By source, of one draft. */
    public Map<String, BigDecimal> on(String invoice) {
        return onDrafts.getOrDefault(invoice, Map.of());
    }

    /** By draft, of a source: whose funds it holds and which it never claimed. */
    public Map<String, BigDecimal> notClaimed(String source) {
        var held = new TreeMap<String, BigDecimal>();
        onDrafts.forEach((invoice, sources) -> {
            var amount = sources.getOrDefault(source, BigDecimal.ZERO);
            if (amount.signum() > 0 && !claimed.contains(List.of(invoice, source))) {
                held.put(invoice, amount);
            }
        });
        return held;
    }

    public boolean hasAsked(String source) {
        return asked.contains(source);
    }
}
