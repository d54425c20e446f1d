package io.fairlead.simulation.rule;

import io.fairlead.billing.event.BillingItemBilled;
import io.fairlead.billing.event.BillingItemReady;
import io.fairlead.billing.event.InvoiceDiscarded;
import io.fairlead.billing.event.InvoiceDrafted;
import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.event.RetainerDrawn;
import io.fairlead.billing.event.RetainerExpired;
import io.fairlead.billing.event.RetainerInvoiced;
import io.fairlead.billing.event.RetainerRestored;
import io.fairlead.simulation.Facts;
import io.fairlead.simulation.Recorded;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The balance of a retainer is what was invoiced, less what was drawn and expired, with what was given back, and never below 0. It
 * is filled by each part that is billed, once; a draw stands on its draft below the work that it pays and is no more than that,
 * and comes back with the draft.
 */
final class RetainersAddUp implements Rule {

    /** Whether a line of an invoice is what a retainer pays of it. */
    static boolean isDraw(String sourceId) {
        return sourceId.startsWith("retainer:");
    }

    @Override
    public void check(Facts facts, Findings findings) {
        var balances = new HashMap<String, BigDecimal>();
        var draws = new HashMap<String, BigDecimal>();
        var prepaid = new HashMap<String, Map<String, BigDecimal>>();
        for (var each : facts.events()) {
            book(each, balances, draws, findings);
            use(each, prepaid.computeIfAbsent(each.stream(), _ -> new LinkedHashMap<>()), facts, findings);
        }
        draws.forEach((draw, left) -> findings.require(left.signum() >= 0, draw + " came back more than once"));
        facts.each(RetainerDrawn.class).forEach(drawn -> drawn(facts, drawn, draws, findings));
        facts.each(InvoiceDrafted.class).forEach(draft -> draft(facts, draft.getInvoiceId(), findings));
        filled(facts, findings);
    }

    private static void book(
            Recorded each, Map<String, BigDecimal> balances, Map<String, BigDecimal> draws, Findings findings) {
        var id = each.stream();
        switch (each.event()) {
            case RetainerInvoiced e -> move(id, e.getAmount(), e.getBalance(), balances, findings);
            case RetainerDrawn e -> {
                move(id, e.getAmount().negate(), e.getBalance(), balances, findings);
                findings.require(
                        draws.put(drawOf(id, e.getInvoiceId(), e.getDrawNo()), e.getAmount()) == null,
                        e.getInvoiceId() + " draws twice from " + id);
            }
            case RetainerRestored e -> {
                move(id, e.getAmount(), e.getBalance(), balances, findings);
                draws.merge(
                        drawOf(id, e.getInvoiceId(), Objects.requireNonNull(e.getDrawNo())),
                        e.getAmount().negate(),
                        BigDecimal::add);
            }
            case RetainerExpired e -> {
                findings.same("what expires of " + id, e.getAmount(), balances.getOrDefault(id, BigDecimal.ZERO));
                balances.put(id, BigDecimal.ZERO);
            }
            default -> {}
        }
    }

    private static void move(
            String id, BigDecimal more, BigDecimal said, Map<String, BigDecimal> balances, Findings findings) {
        var now = balances.merge(id, more, BigDecimal::add);
        findings.same("the balance of " + id, said, now);
        findings.require(now.signum() >= 0, id + " is below zero: " + now);
    }

    private static String drawOf(String retainer, String invoice, int drawNo) {
        return "draw " + drawNo + " of " + invoice + " from " + retainer;
    }

    /** First in, first out: what a draw uses is the oldest prepayment that has something left. */
    private static void use(Recorded each, Map<String, BigDecimal> left, Facts facts, Findings findings) {
        switch (each.event()) {
            case RetainerInvoiced e
            when e.getAmount().signum() > 0 -> left.put(e.getBillingItemId() + " " + e.getDocumentId(), e.getAmount());
            case RetainerInvoiced e -> lower(left, e);
            case RetainerDrawn e -> {
                var used = e.getBillingItemId() + " " + e.getDocumentId();
                var oldest = left.entrySet().stream()
                        .filter(part -> part.getValue().signum() > 0)
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse("nothing");
                findings.same("what " + e.getInvoiceId() + " draws of " + each.stream(), used, oldest);
                findings.require(
                        left.merge(used, e.getAmount().negate(), BigDecimal::add)
                                        .signum()
                                >= 0,
                        e.getInvoiceId() + " draws more of " + used + " than it has");
            }
            case RetainerRestored e ->
                facts.of(each.stream(), RetainerDrawn.class)
                        .filter(draw -> draw.getDrawNo() == Objects.requireNonNull(e.getDrawNo()))
                        .forEach(draw -> left.merge(
                                draw.getBillingItemId() + " " + draw.getDocumentId(), e.getAmount(), BigDecimal::add));
            case RetainerExpired _ -> left.replaceAll((_, _) -> BigDecimal.ZERO);
            default -> {}
        }
    }

    /** A credit takes off its own item, and then what came last. */
    private static void lower(Map<String, BigDecimal> left, RetainerInvoiced credit) {
        var missing = credit.getAmount().negate();
        var parts = new ArrayList<>(left.keySet()).reversed();
        parts.sort(Comparator.comparing(part -> !part.startsWith(credit.getBillingItemId() + " ")));
        for (var part : parts) {
            var taken = left.getOrDefault(part, BigDecimal.ZERO).min(missing);
            left.merge(part, taken.negate(), BigDecimal::add);
            missing = missing.subtract(taken);
        }
    }

    private static void drawn(Facts facts, RetainerDrawn drawn, Map<String, BigDecimal> draws, Findings findings) {
        var invoice = drawn.getInvoiceId();
        findings.require(
                InvoicesAddUp.drafted(facts, invoice).stream()
                        .anyMatch(line -> line.getSourceId().equals(drawn.getRetainerId())
                                && line.getNet().negate().compareTo(drawn.getAmount()) == 0),
                invoice + " drew " + drawn.getAmount() + " and does not say so");
        if (facts.has(invoice, InvoiceDiscarded.class)) {
            findings.same(
                    "what " + invoice + " keeps of its draw though it is discarded",
                    draws.getOrDefault(drawOf(drawn.getRetainerId(), invoice, drawn.getDrawNo()), BigDecimal.ZERO),
                    BigDecimal.ZERO);
        }
    }

    private static void draft(Facts facts, String invoice, Findings findings) {
        var lines = InvoicesAddUp.drafted(facts, invoice);
        for (var draw : lines) {
            if (isDraw(draw.getSourceId())) {
                findings.require(
                        facts.of(draw.getSourceId(), RetainerDrawn.class)
                                .anyMatch(drawn -> drawn.getInvoiceId().equals(invoice)
                                        && drawn.getDrawNo() == draw.getPortionNo()),
                        "a draw stands on " + invoice + " that the retainer does not know");
                var paid = lines.stream()
                        .filter(line -> line.getContractLineNo() == draw.getContractLineNo()
                                && !isDraw(line.getSourceId())
                                && !line.getSourceId().startsWith("billing-item:"))
                        .map(InvoiceLine::getNet)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                var drawn = lines.stream()
                        .filter(line -> line.getSourceId().equals(draw.getSourceId()))
                        .map(InvoiceLine::getNet)
                        .reduce(BigDecimal.ZERO, BigDecimal::subtract);
                findings.require(drawn.compareTo(paid) <= 0, "more is drawn on " + invoice + " than it bills");
            }
        }
    }

    /** Each part that was billed, on the one line that it belongs to. */
    private static void filled(Facts facts, Findings findings) {
        facts.each(BillingItemBilled.class).forEach(billed -> {
            var item = facts.last(billed.getBillingItemId(), BillingItemReady.class);
            boolean fills = item != null && item.getKind().equals("RETAINER");
            findings.same(
                    "how often " + billed.getInvoiceId() + " fills a retainer with " + billed.getBillingItemId(),
                    facts.each(RetainerInvoiced.class)
                            .filter(filled -> filled.getBillingItemId().equals(billed.getBillingItemId())
                                    && filled.getDocumentId().equals(billed.getInvoiceId())
                                    && filled.getAmount().compareTo(billed.getAmount()) == 0)
                            .count(),
                    fills ? 1L : 0L);
        });
    }
}
