package io.fairlead.funding;

import io.fairlead.funding.event.FundingOpened;
import io.fairlead.funding.event.FundingThresholdLeft;
import io.fairlead.funding.event.FundingThresholdReached;
import io.fairlead.funding.event.FundsBilledBeyondLimit;
import io.fairlead.funding.event.FundsBilledWithinLimit;
import io.fairlead.funding.event.FundsOfPeriodMoved;
import io.fairlead.funding.event.FundsRanShort;
import io.fairlead.funding.event.FundsShortageChanged;
import io.fairlead.funding.event.FundsSufficed;
import io.fairlead.shared.WireAmount;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/**
 * What people should hear of a limit, once each, and that it is over.
 *
 * @param contract whose limits they are
 * @param limitId the limit
 * @param limit as it stands after a decision
 */
record FundingNews(FundingOpened contract, String limitId, LimitState limit) {

    /** Highest first: who passes all of them hears of one. */
    private static final List<Integer> THRESHOLDS = List.of(100, 90, 80);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Thresholds reached and left, shortages begun and ended, too much billed and put right. */
    List<SpecificRecord> all() {
        return Stream.of(use(), threshold(), shortage(), billed())
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<SpecificRecord> threshold() {
        var amount = limit.amount();
        int reached = reached();
        if (amount != null && reached > limit.told().warned()) {
            return Optional.of(FundingThresholdReached.newBuilder()
                    .setFundingId(contract.getFundingId())
                    .setContractId(contract.getContractId())
                    .setLimitId(limitId)
                    .setPercent(reached)
                    .setInstead(limit.told().shown().stream()
                            .filter(percent -> percent != reached)
                            .toList())
                    .setHours(limit.scope().unit() == FundCap.Unit.HOURS)
                    .setLimit(limit.scope().shown(amount))
                    .setUsed(limit.scope().shown(limit.used()))
                    .setCurrency(contract.getCurrency())
                    .build());
        }
        return reached > 0 || limit.told().shown().isEmpty()
                ? Optional.empty()
                : Optional.of(FundingThresholdLeft.newBuilder()
                        .setFundingId(contract.getFundingId())
                        .setContractId(contract.getContractId())
                        .setLimitId(limitId)
                        .setPercent(Collections.max(limit.told().shown()))
                        .setPercents(List.copyOf(limit.told().shown()))
                        .setUsed(limit.scope().shown(limit.used()))
                        .setCurrency(contract.getCurrency())
                        .build());
    }

    /** The highest threshold, per cent; 0 means none. */
    private int reached() {
        var amount = limit.amount();
        if (amount == null || limit.used().signum() <= 0) {
            return 0;
        }
        return THRESHOLDS.stream()
                .filter(percent ->
                        limit.used().multiply(HUNDRED).compareTo(amount.multiply(BigDecimal.valueOf(percent))) >= 0)
                .findFirst()
                .orElse(0);
    }

    private Optional<SpecificRecord> shortage() {
        boolean waits = limit.waiting() > 0;
        if (waits && limit.told().isShort()) {
            return shortageChanged();
        }
        if (waits == limit.told().isShort()) {
            return Optional.empty();
        }
        return Optional.of(
                waits
                        ? FundsRanShort.newBuilder()
                                .setFundingId(contract.getFundingId())
                                .setContractId(contract.getContractId())
                                .setLimitId(limitId)
                                .setKind(limit.scope().kind().name())
                                .setOccurrence(limit.told().shortages() + 1)
                                .setHeld(WireAmount.amount(limit.held()))
                                .setCurrency(contract.getCurrency())
                                .build()
                        : FundsSufficed.newBuilder()
                                .setFundingId(contract.getFundingId())
                                .setContractId(contract.getContractId())
                                .setLimitId(limitId)
                                .setKind(limit.scope().kind().name())
                                .setOccurrence(limit.told().shortages())
                                .build());
    }

    /** What waits, as often as it moves: whoever is to agree on more reads by how much. */
    private Optional<SpecificRecord> shortageChanged() {
        var held = WireAmount.amount(limit.held());
        var told = limit.told().held();
        return told != null && told.compareTo(held) == 0
                ? Optional.empty()
                : Optional.of(FundsShortageChanged.newBuilder()
                        .setFundingId(contract.getFundingId())
                        .setContractId(contract.getContractId())
                        .setLimitId(limitId)
                        .setKind(limit.scope().kind().name())
                        .setOccurrence(limit.told().shortages())
                        .setHeld(held)
                        .setCurrency(contract.getCurrency())
                        .build());
    }

    private Optional<SpecificRecord> billed() {
        var amount = limit.amount();
        if (limit.isBilledBeyond() == limit.told().beyond()) {
            return Optional.empty();
        }
        return Optional.of(
                amount != null && limit.isBilledBeyond()
                        ? FundsBilledBeyondLimit.newBuilder()
                                .setFundingId(contract.getFundingId())
                                .setContractId(contract.getContractId())
                                .setLegalEntityId(contract.getLegalEntityId())
                                .setLimitId(limitId)
                                .setLimit(limit.scope().shown(amount))
                                .setBilled(limit.scope().shown(limit.billed()))
                                .setCurrency(contract.getCurrency())
                                .build()
                        : FundsBilledWithinLimit.newBuilder()
                                .setFundingId(contract.getFundingId())
                                .setContractId(contract.getContractId())
                                .setLimitId(limitId)
                                .setBilled(limit.scope().shown(limit.billed()))
                                .setCurrency(contract.getCurrency())
                                .build());
    }

    /** What of a period is used, as often as it moves. */
    private Optional<SpecificRecord> use() {
        var scope = limit.scope();
        var use = limit.use();
        if (scope.capId() == null || limit.told().used().equals(use)) {
            return Optional.empty();
        }
        return Optional.of(FundsOfPeriodMoved.newBuilder()
                .setFundingId(contract.getFundingId())
                .setContractId(contract.getContractId())
                .setLegalEntityId(contract.getLegalEntityId())
                .setLimitId(limitId)
                .setLineNo(Objects.requireNonNull(scope.lineNo()))
                .setUnit(scope.unit().name())
                .setFrom(scope.from())
                .setTo(scope.to())
                .setLimit(use.limit())
                .setBilled(use.billed())
                .setDrafted(use.drafted())
                .setReserved(use.reserved())
                .setCurrency(contract.getCurrency())
                .build());
    }
}
