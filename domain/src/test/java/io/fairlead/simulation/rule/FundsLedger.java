package io.fairlead.simulation.rule;

import io.fairlead.billing.event.CreditNoteIssued;
import io.fairlead.funding.event.FundingLimit;
import io.fairlead.funding.event.FundingLimitChanged;
import io.fairlead.funding.event.FundingOpened;
import io.fairlead.funding.event.FundsConsumed;
import io.fairlead.funding.event.FundsDrafted;
import io.fairlead.funding.event.FundsPortion;
import io.fairlead.funding.event.FundsRaisedOnDraft;
import io.fairlead.funding.event.FundsRefused;
import io.fairlead.funding.event.FundsReleased;
import io.fairlead.funding.event.FundsReserved;
import io.fairlead.funding.event.FundsRestored;
import io.fairlead.funding.event.FundsShare;
import io.fairlead.funding.event.FundsTakenOffDraft;
import io.fairlead.simulation.Facts;
import io.fairlead.simulation.Recorded;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** R3 reckoned plainly: what each source asked for, has, waits for and has on drafts, and what each limit has left. */
final class FundsLedger {

    private final Map<String, FundsOfSource> sources = new TreeMap<>();
    private final Map<String, Map<String, FundingLimit>> limits = new HashMap<>();
    private final Map<String, BigDecimal> billed = new HashMap<>();
    private final Map<String, String> handedOut = new TreeMap<>();
    private final Facts facts;
    private final Findings findings;

    private FundsLedger(Facts facts, Findings findings) {
        this.facts = facts;
        this.findings = findings;
    }

    static FundsLedger of(Facts facts, Findings findings) {
        var ledger = new FundsLedger(facts, findings);
        facts.events().forEach(each -> {
            ledger.ordersHold(each);
            ledger.book(each.event());
        });
        ledger.handedOut.forEach(ledger::orderHolds);
        return ledger;
    }

    Map<String, FundsOfSource> sources() {
        return sources;
    }

    /** Limits of a contract by their ids; empty when none is watched. */
    Map<String, FundingLimit> limits(String contract) {
        return limits.getOrDefault(contract, Map.of());
    }

    private void book(Object event) {
        switch (event) {
            case FundingOpened e -> e.getLimits().forEach(limit -> limit(e.getContractId(), limit));
            case FundingLimitChanged e -> {
                limit(e.getContractId(), e.getLimit());
                billed.put(e.getContractId() + "/" + e.getLimit().getLimitId(), e.getBilled());
            }
            case FundsReserved e -> {
                asked(e.getContractId(), e.getSourceId(), e.getLineNo(), e.getWorth(), e.getHeld(), e.getShares());
                findings.same(
                        e.getSourceId() + " is told granted",
                        e.getGranted(),
                        source(e.getSourceId()).granted());
                hold(e.getContractId(), e.getLineNo(), e.getSourceId());
                e.getShares().stream()
                        .filter(share ->
                                share.getPoNumber() != null && share.getChange().signum() > 0)
                        .forEach(share ->
                                handedOut.put(e.getContractId() + "/po-" + share.getPoNumber(), e.getContractId()));
            }
            case FundsRefused e ->
                asked(e.getContractId(), e.getSourceId(), e.getLineNo(), e.getWorth(), e.getHeld(), e.getShares());
            case FundsReleased e -> {
                asked(e.getContractId(), e.getSourceId(), e.getLineNo(), e.getWorth(), e.getHeld(), e.getShares());
                findings.same(
                        e.getSourceId() + " is told left",
                        e.getGranted(),
                        source(e.getSourceId()).granted());
            }
            case FundsDrafted e -> drafted(e);
            case FundsTakenOffDraft e -> {
                var share = shareOf(e.getContractId(), e.getPoNumber());
                e.getPortions().forEach(part -> free(e.getInvoiceId(), share, part));
            }
            case FundsRaisedOnDraft e -> raised(e);
            case FundsConsumed e -> consumed(e);
            case FundsRestored e -> restored(e);
            default -> {}
        }
    }

    /** Caps are CapsHold's. */
    private void limit(String contract, FundingLimit limit) {
        if (limit.getUnit() != null) {
            return;
        }
        limits.computeIfAbsent(contract, _ -> new LinkedHashMap<>()).put(limit.getLimitId(), limit);
    }

    /** Whether work is drawn from orders: one of them has an amount. */
    private boolean drawsOrders(String contract) {
        return limits(contract).values().stream()
                .anyMatch(limit -> limit.getPoNumber() != null && limit.getAmount() != null);
    }

    /** The order that an invoice draws from: its own if it is watched, else the first one. */
    private String shareOf(String contract, @Nullable String poNumber) {
        if (!drawsOrders(contract)) {
            return "";
        }
        var orders = limits(contract).values().stream()
                .map(FundingLimit::getPoNumber)
                .filter(Objects::nonNull)
                .toList();
        return poNumber != null && orders.contains(poNumber) ? poNumber : orders.getFirst();
    }

    private FundsOfSource source(String id) {
        return Objects.requireNonNull(sources.get(id), id);
    }

    private void asked(
            String contract, String id, int lineNo, BigDecimal worth, BigDecimal held, List<FundsShare> shares) {
        var funds = sources.computeIfAbsent(id, _ -> new FundsOfSource(contract, lineNo));
        funds.ask(worth, held);
        shares.forEach(share -> {
            var order = Objects.requireNonNullElse(share.getPoNumber(), "");
            funds.grant(order, share.getChange());
            findings.same(id + " has of order " + order, share.getAmount(), funds.granted(order));
        });
        findings.require(!funds.isBelowZero(), id + " has funds below zero");
        findings.same("granted and held of " + id, funds.granted().add(held), funds.open());
    }

    private void drafted(FundsDrafted event) {
        var share = shareOf(event.getContractId(), event.getPoNumber());
        var order = String.valueOf(event.getPoNumber());
        for (var part : event.getPortions()) {
            var funds = sources.computeIfAbsent(
                    part.getSourceId(), _ -> new FundsOfSource(event.getContractId(), part.getLineNo()));
            funds.draft(event.getInvoiceId(), share, order, part.getAmount());
            findings.require(
                    funds.granted(share).signum() >= 0,
                    event.getInvoiceId() + " takes more of " + part.getSourceId() + " than was granted");
        }
    }

    private void free(String invoice, String share, FundsPortion part) {
        var had = source(part.getSourceId()).free(invoice, share);
        findings.same("what " + invoice + " lets go of " + part.getSourceId(), part.getAmount(), had);
    }

    private void raised(FundsRaisedOnDraft event) {
        var order = String.valueOf(event.getPoNumber());
        for (var part : event.getPortions()) {
            sources.computeIfAbsent(part.getSourceId(), _ -> new FundsOfSource(event.getContractId(), part.getLineNo()))
                    .raise(event.getInvoiceId(), order, part.getAmount());
        }
        for (var limit : limits(event.getContractId()).values()) {
            if (event.getPortions().stream().anyMatch(part -> counts(limit, part.getLineNo(), event.getPoNumber()))) {
                holds(event.getContractId(), limit);
            }
        }
    }

    /** What the source is worth on the invoice, whatever review made of it; paid for the customer, it stands outside. */
    private void consumed(FundsConsumed event) {
        var claimed = new HashMap<String, BigDecimal>();
        for (var line : InvoicesAddUp.drafted(facts, event.getInvoiceId())) {
            if (line.getNet().signum() > 0 && !ExpensesArePricedRight.isOutside(facts, line.getSourceId())) {
                claimed.merge(line.getSourceId(), line.getNet(), BigDecimal::add);
                sources.computeIfAbsent(
                        line.getSourceId(), _ -> new FundsOfSource(event.getContractId(), line.getContractLineNo()));
            }
        }
        sources.forEach((id, funds) -> funds.consume(event.getInvoiceId(), claimed.getOrDefault(id, BigDecimal.ZERO)));
        for (var line : event.getLines()) {
            bill(event.getContractId(), line.getLineNo(), event.getPoNumber(), line.getBilled());
        }
    }

    /** Less is billed, of the source and within its limits. */
    private void restored(FundsRestored event) {
        facts.of(event.getCreditNoteId(), CreditNoteIssued.class)
                .flatMap(note -> note.getLines().stream())
                .filter(line -> line.getNet().signum() >= 0)
                .forEach(line -> {
                    var funds = sources.get(line.getSourceId());
                    if (funds != null) { // Else it was billed before anything limited it, and asks for all of it now.
                        funds.restore(line.getSourceAmount());
                    }
                });
        event.getPortions()
                .forEach(part -> bill(
                        event.getContractId(),
                        part.getLineNo(),
                        event.getPoNumber(),
                        part.getAmount().negate()));
    }

    private static boolean counts(FundingLimit limit, int lineNo, @Nullable String poNumber) {
        return switch (limit.getKind()) {
            case "LINE" -> limit.getLineNo() != null && limit.getLineNo() == lineNo;
            case "PO" -> Objects.equals(limit.getPoNumber(), poNumber);
            default -> true;
        };
    }

    private void bill(String contract, int lineNo, @Nullable String poNumber, BigDecimal more) {
        limits(contract).values().stream()
                .filter(limit -> counts(limit, lineNo, poNumber))
                .forEach(limit -> billed.merge(contract + "/" + limit.getLimitId(), more, BigDecimal::add));
    }

    /** Net billed within the limit, less credits. */
    BigDecimal billed(String contract, String limitId) {
        return billed.getOrDefault(contract + "/" + limitId, BigDecimal.ZERO);
    }

    /** After a grant no limit of the line or the contract is overdrawn. */
    private void hold(String contract, int lineNo, String id) {
        for (var limit : limits(contract).values()) {
            boolean counts = limit.getPoNumber() == null && (limit.getLineNo() == null || limit.getLineNo() == lineNo);
            if (counts && source(id).granted().signum() > 0) {
                holds(contract, limit);
            }
        }
    }

    /** One command may move others to a later order by events that follow the grant. */
    private void ordersHold(Recorded next) {
        boolean handsOut = next.event() instanceof FundsReserved
                || next.event() instanceof FundsReleased
                || next.event() instanceof FundsRefused;
        if (!handsOut && !handedOut.isEmpty()) {
            handedOut.forEach(this::orderHolds);
            handedOut.clear();
        }
    }

    /** @param order by contract and limit */
    private void orderHolds(String order, String contract) {
        limits(contract).values().stream()
                .filter(limit -> order.equals(contract + "/" + limit.getLimitId()))
                .forEach(limit -> holds(contract, limit));
    }

    private void holds(String contract, FundingLimit limit) {
        if (limit.getAmount() != null) {
            findings.require(
                    used(contract, limit).compareTo(limit.getAmount()) <= 0,
                    "the limit " + limit.getLimitId() + " of " + contract + " is overdrawn: " + used(contract, limit)
                            + " of " + limit.getAmount());
        }
    }

    /** Billed, drafted and granted within the limit. */
    BigDecimal used(String contract, FundingLimit limit) {
        return sources.values().stream()
                .filter(funds -> funds.contract().equals(contract)
                        && (limit.getLineNo() == null || limit.getLineNo() == funds.lineNo()))
                .map(funds -> funds.taken(limit.getPoNumber()))
                .reduce(billed.getOrDefault(contract + "/" + limit.getLimitId(), BigDecimal.ZERO), BigDecimal::add);
    }
}
