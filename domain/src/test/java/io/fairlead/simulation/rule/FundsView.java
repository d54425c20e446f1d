package io.fairlead.simulation.rule;

import io.fairlead.funding.event.FundsDrafted;
import io.fairlead.funding.event.FundsRefused;
import io.fairlead.funding.event.FundsReleased;
import io.fairlead.funding.event.FundsReserved;
import io.fairlead.funding.event.FundsShare;
import io.fairlead.funding.event.FundsTakenOffDraft;
import io.fairlead.simulation.Recorded;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What limited work has reserved, and what drafts hold of it, as the view of movements would add it up from the log. */
public final class FundsView {

    private final Map<String, Map<String, BigDecimal>> reserved = new HashMap<>();
    private final Map<String, Map<String, BigDecimal>> onDrafts = new HashMap<>();
    private final Set<String> asked = new HashSet<>();

    public FundsView(List<Recorded> known) {
        known.forEach(each -> see(each.event()));
    }

    private void see(Object event) {
        switch (event) {
            case FundsReserved e -> shares(e.getSourceId(), e.getShares());
            case FundsRefused e -> shares(e.getSourceId(), e.getShares());
            case FundsReleased e -> shares(e.getSourceId(), e.getShares());
            case FundsDrafted e ->
                e.getPortions()
                        .forEach(
                                part -> draft(e.getInvoiceId(), e.getPoNumber(), part.getSourceId(), part.getAmount()));
            case FundsTakenOffDraft e ->
                e.getPortions()
                        .forEach(part -> draft(
                                e.getInvoiceId(),
                                e.getPoNumber(),
                                part.getSourceId(),
                                part.getAmount().negate()));
            default -> {}
        }
    }

    private void shares(String source, List<FundsShare> shares) {
        asked.add(source);
        shares.forEach(share -> reserve(source, share.getPoNumber(), share.getChange()));
    }

    private void draft(String invoice, @Nullable String order, String source, BigDecimal amount) {
        asked.add(source);
        reserve(source, order, amount.negate());
        onDrafts.computeIfAbsent(invoice, _ -> new HashMap<>()).merge(source, amount, BigDecimal::add);
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

    public boolean hasAsked(String source) {
        return asked.contains(source);
    }
}
