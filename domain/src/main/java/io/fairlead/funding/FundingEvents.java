package io.fairlead.funding;

import io.fairlead.funding.FundsRanking.Change;
import io.fairlead.funding.event.FundingLimit;
import io.fairlead.funding.event.FundingLimitChanged;
import io.fairlead.funding.event.FundingOpened;
import io.fairlead.funding.event.FundsPrioritised;
import io.fairlead.funding.event.FundsRefused;
import io.fairlead.funding.event.FundsReleased;
import io.fairlead.funding.event.FundsReserved;
import io.fairlead.funding.event.FundsShare;
import io.fairlead.shared.Amounts;
import io.fairlead.shared.WireAmount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.joda.money.Money;

/**
 * How the events of the limits are filled.
 *
 * @param contract whose limits they are
 */
record FundingEvents(FundingOpened contract) {

    /** Length of the part of a rank that tells an ordered place. */
    static final int PLACE_LENGTH = 5;

    /** Why somebody lost funds. */
    enum Why {
        RANKED_BEHIND,
        LIMIT_LOWERED,
        WORTH_LESS
    }

    /** With its limits, or with none when something is billed within them: all of them in their order or none. */
    static FundingOpened opened(OpenFunding command) {
        boolean isBilled = command.billedBefore().stream()
                .anyMatch(billed -> billed.amount().signum() != 0);
        return FundingOpened.newBuilder()
                .setFundingId(command.fundingId().value())
                .setContractId(command.contractId().value())
                .setLegalEntityId(command.legalEntityId().value())
                .setCurrency(command.currency())
                .setPolicy(command.policy().name())
                .setLimits(
                        isBilled
                                ? List.of()
                                : command.limits().stream()
                                        .map(FundingEvents::limit)
                                        .toList())
                .build();
    }

    /** Limits that stand otherwise than commanded. A purchase order that is gone is drawn no more. */
    static List<FundingLimitChanged> moved(OpenFunding command, FundingOpened contract, Map<String, LimitState> known) {
        var wanted = new LinkedHashMap<String, FundLimit>();
        command.limits().forEach(limit -> wanted.put(limit.id(), limit));
        known.forEach((id, state) -> wanted.putIfAbsent(
                id,
                new FundLimit(
                        state.kind(),
                        state.lineNo(),
                        state.poNumber(),
                        state.kind() == FundLimit.Kind.PO ? BigDecimal.ZERO : null)));
        var billedBefore = new HashMap<String, BigDecimal>();
        command.billedBefore().forEach(billed -> billedBefore.put(billed.limitId(), billed.amount()));
        var moved = new ArrayList<FundingLimitChanged>();
        wanted.forEach((id, limit) -> {
            var state = known.get(id);
            var before = state == null || state.amount() == null ? null : WireAmount.amount(state.amount());
            boolean isNew = state == null && (limit.amount() != null || limit.kind() == FundLimit.Kind.PO);
            if (isNew || (state != null && !Amounts.same(before, limit.amount()))) {
                moved.add(FundingLimitChanged.newBuilder()
                        .setFundingId(contract.getFundingId())
                        .setContractId(contract.getContractId())
                        .setLegalEntityId(contract.getLegalEntityId())
                        .setLimit(limit(limit))
                        .setBefore(before)
                        .setBilled(
                                state == null
                                        ? billedBefore.getOrDefault(id, BigDecimal.ZERO.setScale(4))
                                        : WireAmount.amount(state.billed()))
                        .setCurrency(contract.getCurrency())
                        .setReason(command.reason())
                        .build());
            }
        });
        return moved;
    }

    private static FundingLimit limit(FundLimit limit) {
        return FundingLimit.newBuilder()
                .setLimitId(limit.id())
                .setKind(limit.kind().name())
                .setLineNo(limit.lineNo())
                .setPoNumber(limit.poNumber())
                .setAmount(limit.amount())
                .build();
    }

    /** What a source stands at after it asked, or after others let it have more. */
    SpecificRecord asked(Change change, FundLimits limits) {
        var source = change.after();
        if (!source.open().isPositive()) {
            return released(change, Why.WORTH_LESS);
        }
        return source.granted().isPositive() ? reserved(change, limits) : refused(change);
    }

    private FundsReserved reserved(Change change, FundLimits limits) {
        var source = change.after();
        var available = limits.availableAfter(change);
        return FundsReserved.newBuilder()
                .setFundingId(contract.getFundingId())
                .setContractId(contract.getContractId())
                .setLegalEntityId(contract.getLegalEntityId())
                .setSourceId(source.sourceId())
                .setLineNo(source.lineNo())
                .setCustomerId(source.request().customerId())
                .setProjectId(source.request().projectId())
                .setServiceDate(source.request().serviceDate())
                .setDivisible(source.request().divisible())
                .setWorth(WireAmount.amount(source.worth()))
                .setRequested(WireAmount.amount(source.open()))
                .setGranted(WireAmount.amount(source.granted()))
                .setHeld(WireAmount.amount(source.held()))
                .setHeldChange(WireAmount.amount(change.heldMore()))
                .setShares(shares(change))
                .setLimitIds(source.shares().keySet().stream()
                        .flatMap(order -> limits.idsOf(source.lineNo(), order).stream())
                        .distinct()
                        .toList())
                .setShortOf(source.shortOf())
                .setRank(source.rank())
                .setAvailableAfter(available == null ? null : WireAmount.amount(available))
                .setCurrency(contract.getCurrency())
                .build();
    }

    private FundsRefused refused(Change change) {
        var source = change.after();
        return FundsRefused.newBuilder()
                .setFundingId(contract.getFundingId())
                .setContractId(contract.getContractId())
                .setLegalEntityId(contract.getLegalEntityId())
                .setSourceId(source.sourceId())
                .setLineNo(source.lineNo())
                .setCustomerId(source.request().customerId())
                .setProjectId(source.request().projectId())
                .setServiceDate(source.request().serviceDate())
                .setDivisible(source.request().divisible())
                .setWorth(WireAmount.amount(source.worth()))
                .setHeld(WireAmount.amount(source.held()))
                .setHeldChange(WireAmount.amount(change.heldMore()))
                .setShares(shares(change))
                .setShortOf(Objects.requireNonNull(source.shortOf()))
                .setRank(source.rank())
                .setCurrency(contract.getCurrency())
                .build();
    }

    FundsReleased released(Change change, Why why) {
        var source = change.after();
        return FundsReleased.newBuilder()
                .setFundingId(contract.getFundingId())
                .setContractId(contract.getContractId())
                .setLegalEntityId(contract.getLegalEntityId())
                .setSourceId(source.sourceId())
                .setWorth(WireAmount.amount(source.worth()))
                .setLineNo(source.lineNo())
                .setCustomerId(source.request().customerId())
                .setProjectId(source.request().projectId())
                .setServiceDate(source.request().serviceDate())
                .setRank(source.rank())
                .setReleased(WireAmount.amount(change.lost()))
                .setGranted(WireAmount.amount(source.granted()))
                .setHeld(WireAmount.amount(source.held()))
                .setHeldChange(WireAmount.amount(change.heldMore()))
                .setShares(shares(change))
                .setShortOf(source.shortOf())
                .setReason(why.name())
                .setCurrency(contract.getCurrency())
                .build();
    }

    /** A place before all days, or behind them; among those ordered, who came first stands first. */
    FundsPrioritised prioritised(PrioritiseFunds command, int no) {
        var place = command.place() == PrioritiseFunds.Place.FIRST ? "0000-" : "9999-";
        return FundsPrioritised.newBuilder()
                .setFundingId(contract.getFundingId())
                .setContractId(contract.getContractId())
                .setSourceId(command.sourceId())
                .setPlace(command.place().name())
                .setRank(place + "%09d|".formatted(no) + command.sourceId())
                .setReason(command.reason())
                .setDecidedBy(command.decidedBy())
                .build();
    }

    private static List<FundsShare> shares(Change change) {
        var before = change.before() == null
                ? Map.<String, Money>of()
                : change.before().shares();
        var after = change.after().shares();
        var none = Money.zero(change.after().worth().getCurrencyUnit());
        var orders = new TreeSet<>(before.keySet());
        orders.addAll(after.keySet());
        return orders.stream()
                .map(order -> FundsShare.newBuilder()
                        .setPoNumber(order.isEmpty() ? null : order)
                        .setAmount(WireAmount.amount(after.getOrDefault(order, none)))
                        .setChange(WireAmount.amount(
                                after.getOrDefault(order, none).minus(before.getOrDefault(order, none))))
                        .build())
                .toList();
    }
}
