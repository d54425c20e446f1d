package io.fairlead.funding;

import io.fairlead.exception.OwnerRole;
import io.fairlead.exception.RaiseException;
import io.fairlead.exception.Stake;
import io.fairlead.funding.event.FundingThresholdReached;
import io.fairlead.funding.event.FundsRanShort;
import io.fairlead.shared.AmountText;
import java.math.BigDecimal;
import java.time.Instant;

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

    static RaiseException shortage(FundsRanShort event, Instant at) {
        boolean order = isOrder(event.getKind());
        var sentence = order
                ? "The purchase orders of " + event.getContractId()
                        + " are used up and work waits. Enter another order; what waits is billed against it."
                : "Approved work of " + event.getContractId() + " is over its limit " + event.getLimitId()
                        + ". Agree on a higher limit, put other work first, or write it off.";
        return RaiseException.about(
                shortageOf(event.getKind()),
                subject(event.getContractId(), event.getLimitId()),
                sentence,
                order ? OwnerRole.FINANCE_OPERATIONS : OwnerRole.PMO,
                new Stake(event.getHeld(), event.getCurrency()),
                null,
                at);
    }

    /** @param below by how much the limit is less than what is billed */
    static RaiseException belowBilled(
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
