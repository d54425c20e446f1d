package io.fairlead.funding;

import io.fairlead.exception.OwnerRole;
import io.fairlead.exception.RaiseException;
import io.fairlead.exception.RestateException;
import io.fairlead.exception.Stake;
import io.fairlead.funding.event.FundingLimitChanged;
import io.fairlead.funding.event.FundingThresholdReached;
import io.fairlead.funding.event.FundsBilledBeyondLimit;
import io.fairlead.funding.event.FundsRanShort;
import io.fairlead.funding.event.FundsShortageChanged;
import io.fairlead.shared.AmountText;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** Work items about limits: what people read, whose it is and what is at stake. */
final class LimitMessages {

    static final String BELOW_BILLED = "LIMIT_BELOW_BILLED";
    static final String NEARLY_USED = "LIMIT_NEARLY_USED";

    /** What a work item is about. */
    static String subject(String contractId, String limitId) {
        return contractId + "/" + limitId;
    }

    static String shortageOf(String kind) {
        return isOrder(kind) ? "PO_EXHAUSTED" : "OVER_LIMIT";
    }

    private static boolean isOrder(String kind) {
        return kind.equals(FundLimit.Kind.PO.name());
    }

    private static String shortage(String kind, String contractId, String limitId) {
        return isOrder(kind)
                ? "The purchase orders of " + contractId
                        + " are used up and work waits. Enter another order; what waits is billed against it."
                : "Approved work of " + contractId + " is over its limit " + limitId
                        + ". Agree on a higher limit, put other work first, or write it off.";
    }

    /** What waits by now; an item of before stands, since each shortage begins with one. */
    static RestateException shortage(FundsShortageChanged event, Instant at) {
        return new RestateException(
                RaiseException.idOf(shortageOf(event.getKind()), subject(event.getContractId(), event.getLimitId())),
                shortage(event.getKind(), event.getContractId(), event.getLimitId()),
                new Stake(event.getHeld(), event.getCurrency()),
                at);
    }

    static RaiseException shortage(FundsRanShort event, Instant at) {
        boolean order = isOrder(event.getKind());
        return RaiseException.about(
                shortageOf(event.getKind()),
                subject(event.getContractId(), event.getLimitId()),
                shortage(event.getKind(), event.getContractId(), event.getLimitId()),
                order ? OwnerRole.FINANCE_OPERATIONS : OwnerRole.PMO,
                new Stake(event.getHeld(), event.getCurrency()),
                null,
                at);
    }

    /** Nothing when a limit is lifted, or allows what is billed. */
    static Optional<RaiseException> belowBilled(FundingLimitChanged event, Instant at) {
        var limit = event.getLimit();
        if (limit.getAmount() == null || event.getBilled().compareTo(limit.getAmount()) <= 0) {
            return Optional.empty();
        }
        var below = new Stake(event.getBilled().subtract(limit.getAmount()), event.getCurrency());
        return Optional.of(belowBilled(event.getContractId(), limit.getLimitId(), below, event.getLegalEntityId(), at));
    }

    static RaiseException belowBilled(FundsBilledBeyondLimit event, Instant at) {
        var below = new Stake(event.getBilled().subtract(event.getLimit()), event.getCurrency());
        return belowBilled(event.getContractId(), event.getLimitId(), below, event.getLegalEntityId(), at);
    }

    /** @param below by how much the limit is less than what is billed */
    private static RaiseException belowBilled(
            String contractId, String limitId, Stake below, String legalEntityId, Instant at) {
        return RaiseException.restating(
                BELOW_BILLED,
                subject(contractId, limitId),
                "The limit " + limitId + " of " + contractId + " is now " + AmountText.of(below.amount()) + " "
                        + below.currency()
                        + " below what is billed. Credit the difference, or agree on a higher limit.",
                OwnerRole.FINANCE_OPERATIONS,
                below,
                legalEntityId,
                at);
    }

    static RaiseException nearlyUsed(FundingThresholdReached event, Instant at) {
        return RaiseException.about(
                NEARLY_USED,
                subject(event.getContractId(), event.getLimitId()) + "/" + event.getPercent(),
                event.getPercent() + " % of the limit " + event.getLimitId() + " of " + event.getContractId()
                        + " are used: " + AmountText.of(event.getUsed()) + " of " + AmountText.of(event.getLimit())
                        + " "
                        + (event.getHours() ? "h" : event.getCurrency()) + ". Agree on more in time.",
                OwnerRole.PMO,
                event.getHours()
                        ? null
                        : new Stake(
                                event.getLimit().subtract(event.getUsed()).max(BigDecimal.ZERO), event.getCurrency()),
                null,
                at);
    }

    private LimitMessages() {}
}
