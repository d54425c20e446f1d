package io.fairlead.simulation.rule;

import io.fairlead.funding.event.FundingLimit;
import io.fairlead.funding.event.FundingLimitChanged;
import io.fairlead.funding.event.FundingOpened;
import io.fairlead.funding.event.FundsConsumed;
import io.fairlead.funding.event.FundsDrafted;
import io.fairlead.funding.event.FundsPortion;
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

    /**
     * What a draft has.
     *
     * @param share order whose funds they were; an empty word stands for no order
     * @param order that the invoice names, and will be billed of
     */
    private record Drafted(String share, String order, BigDecimal amount) {}

    /** What a source has of the limits of its contract. */
    static final class Funds {
        private final String contract;
        private final int lineNo;
        private BigDecimal worth = BigDecimal.ZERO;
        private final Map<String, BigDecimal> granted = new TreeMap<>();
        private BigDecimal held = BigDecimal.ZERO;
        private final Map<String, Drafted> drafted = new HashMap<>();
        private BigDecimal billed = BigDecimal.ZERO;

        Funds(String contract, int lineNo) {
            this.contract = contract;
            this.lineNo = lineNo;
        }

        String contract() {
            return contract;
        }

        int lineNo() {
            return lineNo;
        }

        BigDecimal worth() {
            return worth;
        }

        /** Of all orders, or of none. */
        BigDecimal granted() {
            return granted.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        private void grant(String order, BigDecimal more) {
            granted.merge(order, more, BigDecimal::add);
        }

        /** Granted or drafted of one order, or of all. */
        private BigDecimal taken(@Nullable String order) {
            var onDrafts = drafted.values().stream()
                    .filter(part -> order == null || order.equals(part.order()))
                    .map(Drafted::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            return onDrafts.add(order == null ? granted() : granted.getOrDefault(order, BigDecimal.ZERO));
        }

        BigDecimal held() {
            return held;
        }

        BigDecimal drafted() {
            return drafted.values().stream().map(Drafted::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        BigDecimal billed() {
            return billed;
        }
    }

    private final Map<String, Funds> sources = new TreeMap<>();
    private final Map<String, Map<String, FundingLimit>> limits = new HashMap<>();
    private final Map<String, BigDecimal> billed = new HashMap<>();
    private final Map<String, String> handedOut = new TreeMap<>();
    private final Findings findings;

    private FundsLedger(Findings findings) {
        this.findings = findings;
    }

    static FundsLedger of(Facts facts, Findings findings) {
        var ledger = new FundsLedger(findings);
        facts.events().forEach(each -> {
            ledger.ordersHold(each);
            ledger.book(each.event());
        });
        ledger.handedOut.forEach(ledger::orderHolds);
        return ledger;
    }

    Map<String, Funds> sources() {
        return sources;
    }

    /** Limits of a contract by their ids; empty when none is watched. */
    Map<String, FundingLimit> limits(String contract) {
        return limits.getOrDefault(contract, Map.of());
    }

    /** What of the source is over a limit. */
    BigDecimal held(String source) {
        var funds = sources.get(source);
        return funds == null ? BigDecimal.ZERO : funds.held;
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
            case FundsDrafted e -> {
                var of = new Drafted(
                        shareOf(e.getContractId(), e.getPoNumber()), String.valueOf(e.getPoNumber()), BigDecimal.ZERO);
                e.getPortions().forEach(part -> draft(e.getContractId(), e.getInvoiceId(), of, part));
            }
            case FundsTakenOffDraft e -> {
                var share = shareOf(e.getContractId(), e.getPoNumber());
                e.getPortions().forEach(part -> free(e.getInvoiceId(), share, part));
            }
            case FundsConsumed e -> consumed(e);
            case FundsRestored e -> e.getPortions().forEach(part -> restored(e.getContractId(), e.getPoNumber(), part));
            default -> {}
        }
    }

    private void limit(String contract, FundingLimit limit) {
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

    private Funds source(String id) {
        return Objects.requireNonNull(sources.get(id), id);
    }

    private void asked(
            String contract, String id, int lineNo, BigDecimal worth, BigDecimal held, List<FundsShare> shares) {
        var funds = sources.computeIfAbsent(id, _ -> new Funds(contract, lineNo));
        funds.worth = worth;
        funds.held = held;
        shares.forEach(share -> {
            var order = Objects.requireNonNullElse(share.getPoNumber(), "");
            funds.grant(order, share.getChange());
            findings.same(
                    id + " has of order " + order,
                    share.getAmount(),
                    funds.granted.getOrDefault(order, BigDecimal.ZERO));
        });
        findings.require(
                funds.granted.values().stream().allMatch(granted -> granted.signum() >= 0) && held.signum() >= 0,
                id + " has funds below zero");
        var open = worth.subtract(funds.drafted()).subtract(funds.billed).max(BigDecimal.ZERO);
        findings.same("granted and held of " + id, funds.granted().add(held), open);
    }

    private void draft(String contract, String invoice, Drafted of, FundsPortion part) {
        var funds = sources.computeIfAbsent(part.getSourceId(), _ -> new Funds(contract, part.getLineNo()));
        funds.grant(of.share(), part.getAmount().negate());
        funds.drafted.merge(
                invoice,
                new Drafted(of.share(), of.order(), part.getAmount()),
                (a, b) -> new Drafted(a.share(), a.order(), a.amount().add(b.amount())));
        findings.require(
                funds.granted.getOrDefault(of.share(), BigDecimal.ZERO).signum() >= 0,
                invoice + " takes more of " + part.getSourceId() + " than was granted");
    }

    private void free(String invoice, String share, FundsPortion part) {
        var funds = source(part.getSourceId());
        var had = funds.drafted.getOrDefault(invoice, new Drafted(share, "", BigDecimal.ZERO));
        var left = had.amount().subtract(part.getAmount());
        funds.drafted.put(invoice, new Drafted(had.share(), had.order(), left));
        funds.grant(share, part.getAmount());
        findings.require(left.signum() >= 0, invoice + " lets go more of " + part.getSourceId());
    }

    private void consumed(FundsConsumed event) {
        var differing = new HashMap<String, BigDecimal>();
        event.getDiffering().forEach(part -> {
            differing.put(part.getSourceId(), part.getAmount());
            sources.computeIfAbsent(part.getSourceId(), _ -> new Funds(event.getContractId(), part.getLineNo()));
        });
        sources.forEach((id, funds) -> {
            var drafted = funds.drafted.remove(event.getInvoiceId());
            var now = differing.getOrDefault(id, drafted == null ? BigDecimal.ZERO : drafted.amount());
            funds.billed = funds.billed.add(now);
        });
        for (var line : event.getLines()) {
            bill(event.getContractId(), line.getLineNo(), event.getPoNumber(), line.getBilled());
        }
    }

    /** Less is billed, of the source and within its limits. */
    private void restored(String contract, @Nullable String poNumber, FundsPortion part) {
        var funds = sources.get(part.getSourceId());
        if (funds != null) { // Else it was billed before anything limited it, and asks for all of it now.
            funds.billed = funds.billed.subtract(part.getAmount());
        }
        bill(contract, part.getLineNo(), poNumber, part.getAmount().negate());
    }

    private void bill(String contract, int lineNo, @Nullable String poNumber, BigDecimal more) {
        limits(contract).values().stream()
                .filter(limit -> switch (limit.getKind()) {
                    case "LINE" -> limit.getLineNo() != null && limit.getLineNo() == lineNo;
                    case "PO" -> Objects.equals(limit.getPoNumber(), poNumber);
                    default -> true;
                })
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
                .filter(funds -> funds.contract.equals(contract)
                        && (limit.getLineNo() == null || limit.getLineNo() == funds.lineNo))
                .map(funds -> funds.taken(limit.getPoNumber()))
                .reduce(billed.getOrDefault(contract + "/" + limit.getLimitId(), BigDecimal.ZERO), BigDecimal::add);
    }
}
