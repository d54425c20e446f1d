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
import java.util.TreeMap;
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
    static List<FundingLimitChanged> moved(OpenFunding command, FundingOpened contract, FundLimits limits) {
        var known = agreed(limits);
        var wanted = new LinkedHashMap<String, FundLimit>();
        command.limits().forEach(limit -> wanted.put(limit.id(), limit));
        known.forEach((id, limit) -> wanted.putIfAbsent(
                id,
                new FundLimit(
                        limit.kind(),
                        limit.lineNo(),
                        limit.poNumber(),
                        limit.kind() == FundLimit.Kind.PO ? BigDecimal.ZERO : null,
                        limit.cap())));
        var billedBefore = new HashMap<String, BigDecimal>();
        command.billedBefore().forEach(billed -> billedBefore.put(billed.limitId(), billed.amount()));
        var moved = new ArrayList<FundingLimitChanged>();
        wanted.forEach((id, limit) -> {
            var was = known.get(id);
            var before = was == null ? null : was.amount();
            var state = limits.byId().get(id);
            boolean isNew = was == null && (limit.amount() != null || limit.kind() == FundLimit.Kind.PO);
            if (isNew || (was != null && !Amounts.same(before, limit.amount()))) {
                moved.add(FundingLimitChanged.newBuilder()
                        .setFundingId(contract.getFundingId())
                        .setContractId(contract.getContractId())
                        .setLegalEntityId(contract.getLegalEntityId())
                        .setLimit(limit(limit))
                        .setBefore(before)
                        .setBilled(
                                state == null || limit.cap() != null // Of a cap each period is told.
                                        ? billedBefore.getOrDefault(
                                                limit.cap() == null ? id : "", BigDecimal.ZERO.setScale(4))
                                        : state.scope().shown(state.billed()))
                        .setCurrency(contract.getCurrency())
                        .setReason(command.reason())
                        .build());
            }
        });
        return moved;
    }

    /** By id; amounts as the wire has them. */
    private static Map<String, FundLimit> agreed(FundLimits limits) {
        var agreed = new TreeMap<>(limits.caps());
        limits.byId().forEach((id, state) -> {
            var scope = state.scope();
            if (scope.capId() == null) {
                agreed.put(
                        id,
                        new FundLimit(
                                scope.kind(),
                                scope.lineNo(),
                                scope.poNumber(),
                                state.amount() == null ? null : scope.shown(state.amount())));
            }
        });
        return agreed;
    }

    /** How a stored limit is capped. */
    static FundCap capOf(FundingLimit limit) {
        return new FundCap(
                FundCap.Unit.valueOf(Objects.requireNonNull(limit.getUnit())),
                FundCap.Per.valueOf(Objects.requireNonNull(limit.getPer())),
                limit.getCarryOver(),
                Objects.requireNonNull(limit.getFrom()));
    }

    private static FundingLimit limit(FundLimit limit) {
        var cap = limit.cap();
        return FundingLimit.newBuilder()
                .setUnit(cap == null ? null : cap.unit().name())
                .setPer(cap == null ? null : cap.per().name())
                .setCarryOver(cap != null && cap.carryOver())
                .setFrom(cap == null ? null : cap.from())
                .setLimitId(limit.id())
                .setKind(limit.kind().name())
                .setLineNo(limit.lineNo())
                .setPoNumber(limit.poNumber())
                .setAmount(limit.amount())
                .build();
    }

    /**
     * What a source stands at after it asked, or after others let it have more.
     *
     * @param book of the contract, asked for the periods that begin with it too
     */
    SpecificRecord asked(Change change, FundsBook book) {
        var source = change.after();
        if (!source.open().isPositive()) {
            return released(change, Why.WORTH_LESS);
        }
        return source.granted().isPositive() ? reserved(change, book.limitsWith(source)) : refused(change);
    }

    private FundsReserved reserved(Change change, Map<String, LimitState> limits) {
        var source = change.after();
        var available = FundLimits.availableAfter(limits, change);
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
                .setSeconds(source.request().seconds())
                .setLimitIds(source.shares().keySet().stream()
                        .flatMap(order -> FundLimits.idsOf(limits, source, order).stream())
                        .distinct()
                        .toList())
                .setShortOf(source.shortOf())
                .setRank(source.rank())
                .setAvailableAfter(available == null ? null : available.setScale(4))
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
                .setSeconds(source.request().seconds())
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
                .setSeconds(source.request().seconds())
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
