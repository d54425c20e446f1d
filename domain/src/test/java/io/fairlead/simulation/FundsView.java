package io.fairlead.simulation;

import io.fairlead.funding.event.FundsDrafted;
import io.fairlead.funding.event.FundsRefused;
import io.fairlead.funding.event.FundsReleased;
import io.fairlead.funding.event.FundsReserved;
import io.fairlead.funding.event.FundsShare;
import io.fairlead.funding.event.FundsTakenOffDraft;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What limited work has reserved, and what drafts hold of it, as the view of movements would add it up from the log. */
final class FundsView {

    private final Map<String, BigDecimal> reserved = new HashMap<>();
    private final Map<String, Map<String, BigDecimal>> onDrafts = new HashMap<>();
    private final Set<String> asked = new HashSet<>();

    FundsView(List<Recorded> known) {
        known.forEach(each -> see(each.event()));
    }

    private void see(Object event) {
        switch (event) {
            case FundsReserved e -> shares(e.getSourceId(), e.getShares());
            case FundsRefused e -> shares(e.getSourceId(), e.getShares());
            case FundsReleased e -> shares(e.getSourceId(), e.getShares());
            case FundsDrafted e ->
                e.getPortions().forEach(part -> draft(e.getInvoiceId(), part.getSourceId(), part.getAmount()));
            case FundsTakenOffDraft e ->
                e.getPortions()
                        .forEach(part -> draft(
                                e.getInvoiceId(),
                                part.getSourceId(),
                                part.getAmount().negate()));
            default -> {}
        }
    }

    private void shares(String source, List<FundsShare> shares) {
        asked.add(source);
        shares.forEach(share -> reserved.merge(source, share.getChange(), BigDecimal::add));
    }

    private void draft(String invoice, String source, BigDecimal amount) {
        asked.add(source);
        reserved.merge(source, amount.negate(), BigDecimal::add);
        onDrafts.computeIfAbsent(invoice, _ -> new HashMap<>()).merge(source, amount, BigDecimal::add);
    }

    BigDecimal reserved(String source) {
        return reserved.getOrDefault(source, BigDecimal.ZERO);
    }

    /** By source, of one draft. */
    Map<String, BigDecimal> on(String invoice) {
        return onDrafts.getOrDefault(invoice, Map.of());
    }

    boolean hasAsked(String source) {
        return asked.contains(source);
    }
}
