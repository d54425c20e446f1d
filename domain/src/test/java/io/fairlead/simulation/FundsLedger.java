package io.fairlead.simulation;

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
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** R3 reckoned plainly: what each source asked for, has, waits for and has on drafts, and what each limit has left. */
final class FundsLedger {

    /** What a source has of the limits of its contract. */
    static final class Funds {
        private final String contract;
        private final int lineNo;
        private BigDecimal worth = BigDecimal.ZERO;
        private BigDecimal granted = BigDecimal.ZERO;
        private BigDecimal held = BigDecimal.ZERO;
        private final Map<String, BigDecimal> drafted = new HashMap<>();
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

        BigDecimal granted() {
            return granted;
        }

        BigDecimal held() {
            return held;
        }

        BigDecimal drafted() {
            return drafted.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        BigDecimal billed() {
            return billed;
        }
    }

    private final Map<String, Funds> sources = new TreeMap<>();
    private final Map<String, Map<String, FundingLimit>> limits = new HashMap<>();
    private final Map<String, BigDecimal> billed = new HashMap<>();
    private final Findings findings;

    private FundsLedger(Findings findings) {
        this.findings = findings;
    }

    static FundsLedger of(Facts facts, Findings findings) {
        var ledger = new FundsLedger(findings);
        facts.events().forEach(each -> ledger.book(each.event()));
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
                findings.same(e.getSourceId() + " is told granted", e.getGranted(), source(e.getSourceId()).granted);
                hold(e.getContractId(), e.getLineNo(), e.getSourceId());
            }
            case FundsRefused e ->
                asked(e.getContractId(), e.getSourceId(), e.getLineNo(), e.getWorth(), e.getHeld(), e.getShares());
            case FundsReleased e -> {
                asked(e.getContractId(), e.getSourceId(), e.getLineNo(), e.getWorth(), e.getHeld(), e.getShares());
                findings.same(e.getSourceId() + " is told left", e.getGranted(), source(e.getSourceId()).granted);
            }
            case FundsDrafted e -> e.getPortions().forEach(part -> draft(e.getContractId(), e.getInvoiceId(), part));
            case FundsTakenOffDraft e -> e.getPortions().forEach(part -> free(e.getInvoiceId(), part));
            case FundsConsumed e -> consumed(e);
            case FundsRestored e -> e.getPortions().forEach(part -> restored(e.getContractId(), part));
            default -> {}
        }
    }

    private void limit(String contract, FundingLimit limit) {
        limits.computeIfAbsent(contract, _ -> new TreeMap<>()).put(limit.getLimitId(), limit);
    }

    private Funds source(String id) {
        return Objects.requireNonNull(sources.get(id), id);
    }

    private void asked(
            String contract, String id, int lineNo, BigDecimal worth, BigDecimal held, List<FundsShare> shares) {
        var funds = sources.computeIfAbsent(id, _ -> new Funds(contract, lineNo));
        funds.worth = worth;
        funds.held = held;
        shares.forEach(share -> funds.granted = funds.granted.add(share.getChange()));
        findings.require(funds.granted.signum() >= 0 && held.signum() >= 0, id + " has funds below zero");
        var open = worth.subtract(funds.drafted()).subtract(funds.billed).max(BigDecimal.ZERO);
        findings.same("granted and held of " + id, funds.granted.add(held), open);
    }

    private void draft(String contract, String invoice, FundsPortion part) {
        var funds = sources.computeIfAbsent(part.getSourceId(), _ -> new Funds(contract, part.getLineNo()));
        funds.granted = funds.granted.subtract(part.getAmount());
        funds.drafted.merge(invoice, part.getAmount(), BigDecimal::add);
        findings.require(
                funds.granted.signum() >= 0, invoice + " takes more of " + part.getSourceId() + " than was granted");
    }

    private void free(String invoice, FundsPortion part) {
        var funds = source(part.getSourceId());
        var left = funds.drafted.getOrDefault(invoice, BigDecimal.ZERO).subtract(part.getAmount());
        funds.drafted.put(invoice, left);
        funds.granted = funds.granted.add(part.getAmount());
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
            var now = differing.getOrDefault(id, drafted == null ? BigDecimal.ZERO : drafted);
            funds.billed = funds.billed.add(now);
        });
        for (var line : event.getLines()) {
            for (var limit : List.of("contract", "line-" + line.getLineNo())) {
                billed.merge(event.getContractId() + "/" + limit, line.getBilled(), BigDecimal::add);
            }
        }
    }

    /** Less is billed, of the source and within its limits. */
    private void restored(String contract, FundsPortion part) {
        var funds = sources.computeIfAbsent(part.getSourceId(), _ -> new Funds(contract, part.getLineNo()));
        funds.billed = funds.billed.subtract(part.getAmount());
        for (var limit : List.of("contract", "line-" + part.getLineNo())) {
            billed.merge(contract + "/" + limit, part.getAmount().negate(), BigDecimal::add);
        }
    }

    /** Net billed within the limit, less credits. */
    BigDecimal billed(String contract, String limitId) {
        return billed.getOrDefault(contract + "/" + limitId, BigDecimal.ZERO);
    }

    /** After a grant no limit that the source counts for is overdrawn. */
    private void hold(String contract, int lineNo, String id) {
        for (var limit : limits(contract).values()) {
            boolean counts = limit.getLimitId().equals("contract") || Objects.equals(limit.getLineNo(), lineNo);
            if (counts && limit.getAmount() != null && source(id).granted.signum() > 0) {
                findings.require(
                        used(contract, limit).compareTo(limit.getAmount()) <= 0,
                        "the limit " + limit.getLimitId() + " of " + contract + " is overdrawn: "
                                + used(contract, limit) + " of " + limit.getAmount());
            }
        }
    }

    /** Billed, drafted and granted within the limit. */
    BigDecimal used(String contract, FundingLimit limit) {
        return sources.values().stream()
                .filter(funds -> funds.contract.equals(contract)
                        && (limit.getLineNo() == null || limit.getLineNo() == funds.lineNo))
                .map(funds -> funds.granted.add(funds.drafted()))
                .reduce(billed.getOrDefault(contract + "/" + limit.getLimitId(), BigDecimal.ZERO), BigDecimal::add);
    }
}
