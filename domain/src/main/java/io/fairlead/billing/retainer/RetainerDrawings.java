package io.fairlead.billing.retainer;

import io.fairlead.billing.event.RetainerDrawn;
import io.fairlead.billing.event.RetainerRestored;
import io.fairlead.shared.AmountText;
import io.fairlead.shared.RuleViolated;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** What drafts drew of a retainer and what of it came back, once for each document; rule Y-02. Part of {@link RetainerBalance}. */
final class RetainerDrawings {

    /** Of amounts on the wire. */
    private static final int SCALE = 4;

    /** A part of a draw that comes back. */
    record Back(RetainerDrawn draw, BigDecimal amount) {}

    private final Map<Integer, RetainerDrawn> draws = new TreeMap<>();
    private final Map<Integer, BigDecimal> restored = new HashMap<>();
    private final Set<String> restoredBy = new HashSet<>();

    /** Number of the next draw, from 1. */
    int nextNo() {
        return draws.size() + 1;
    }

    boolean areOn(String invoice) {
        return !of(invoice).isEmpty();
    }

    /**
     * What comes back, what was drawn last first; nothing when the document is known.
     *
     * @throws RuleViolated Y-02 when that invoice drew nothing, or less than that is left
     */
    List<Back> back(RestoreRetainer command) {
        var wished = command.drawNo();
        var all = of(command.invoiceId().value()).stream()
                .filter(draw -> wished == null || draw.getDrawNo() == wished)
                .toList();
        if (all.isEmpty()) {
            throw new RuleViolated("Y-02", "invoiceId", "that invoice drew nothing", "name the invoice that drew");
        }
        var open = all.stream()
                .filter(draw -> !restoredBy.contains(key(draw, command.documentId())))
                .toList();
        if (open.isEmpty()) {
            return List.of();
        }
        var rest = open.stream()
                .map(this::rest)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(SCALE);
        var amount = command.amount() == null ? rest : command.amount();
        if (amount.signum() == 0 || amount.compareTo(rest) > 0) {
            throw new RuleViolated(
                    "Y-02", "amount", "only " + AmountText.of(rest) + " of the draw is left", "give back at most that");
        }
        var back = new ArrayList<Back>();
        for (var draw : open.reversed()) {
            var part = rest(draw).min(amount).setScale(SCALE);
            if (part.signum() > 0) {
                back.add(new Back(draw, part));
                amount = amount.subtract(part);
            }
        }
        return back;
    }

    /** What was prepaid cannot be credited once work was drawn from it. */
    static RuleViolated drawnAlready(BigDecimal balance) {
        return new RuleViolated(
                "Y-01",
                "amount",
                "only " + AmountText.of(balance) + " of the retainer is left",
                "credit the work that was drawn from it first");
    }

    /** What was prepaid is the firm's once it expired; another prepayment does not pay for that. */
    static RuleViolated expiredAlready(BigDecimal left) {
        return new RuleViolated(
                "Y-01",
                "amount",
                "only " + AmountText.of(left) + " of what was prepaid with it is left, since some of it expired",
                "agree with the customer");
    }

    void add(RetainerDrawn draw) {
        draws.put(draw.getDrawNo(), draw);
    }

    /** The draw of which it is; of before parts were told, when an invoice drew once, that one. */
    RetainerDrawn giveBack(RetainerRestored event) {
        var draw = event.getDrawNo() == null
                ? of(event.getInvoiceId()).getFirst()
                : Objects.requireNonNull(draws.get(event.getDrawNo()));
        restored.merge(draw.getDrawNo(), event.getAmount(), BigDecimal::add);
        restoredBy.add(key(draw, event.getDocumentId()));
        return draw;
    }

    private List<RetainerDrawn> of(String invoice) {
        return draws.values().stream()
                .filter(draw -> draw.getInvoiceId().equals(invoice))
                .toList();
    }

    private BigDecimal rest(RetainerDrawn draw) {
        return draw.getAmount().subtract(restored.getOrDefault(draw.getDrawNo(), BigDecimal.ZERO));
    }

    private static String key(RetainerDrawn draw, String document) {
        return draw.getDrawNo() + "/" + document;
    }
}
