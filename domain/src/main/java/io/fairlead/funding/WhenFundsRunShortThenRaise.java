package io.fairlead.funding;

import io.fairlead.exception.OwnerRole;
import io.fairlead.exception.RaiseException;
import io.fairlead.exception.ResolveException;
import io.fairlead.exception.Stake;
import io.fairlead.funding.event.FundingLimitChanged;
import io.fairlead.funding.event.FundingThresholdLeft;
import io.fairlead.funding.event.FundingThresholdReached;
import io.fairlead.funding.event.FundsBilledBeyondLimit;
import io.fairlead.funding.event.FundsBilledWithinLimit;
import io.fairlead.funding.event.FundsRanShort;
import io.fairlead.funding.event.FundsSufficed;
import io.fairlead.shared.Commands;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.function.IntPredicate;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MessageIdentifier;

/** When a limit runs short, is nearly used or lies below what is billed, people hear of it, and of its end too. */
@ProcessingGroup("process-raise-funds")
@DisallowReplay // A rebuilt read side must not raise again.
@Waits(Until.NOTHING)
public class WhenFundsRunShortThenRaise {

    private static final String BY = "process|process-raise-funds";
    private static final String BELOW_BILLED = "LIMIT_BELOW_BILLED";
    private static final String NEARLY_USED = "LIMIT_NEARLY_USED";
    private static final String UNKNOWN = "G-03";

    private final Commands commands;

    public WhenFundsRunShortThenRaise(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void react(FundsRanShort event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        var order = event.getKind().equals(FundLimit.Kind.PO.name());
        var sentence = order
                ? "The purchase orders of " + event.getContractId()
                        + " are used up and work waits. Enter another order;" + " what waits is billed against it."
                : "Approved work of " + event.getContractId() + " is over its limit " + event.getLimitId()
                        + ". Agree on a higher limit, put other work first, or write it off.";
        commands.send(
                RaiseException.about(
                        codeOf(event.getKind()),
                        subject(event.getContractId(), event.getLimitId()),
                        sentence,
                        order ? OwnerRole.FINANCE_OPERATIONS : OwnerRole.PMO,
                        new Stake(event.getHeld(), event.getCurrency()),
                        null,
                        at),
                "short/" + eventId);
    }

    @EventHandler
    void react(FundsSufficed event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        commands.send(
                new ResolveException(
                        RaiseException.idOf(
                                codeOf(event.getKind()), subject(event.getContractId(), event.getLimitId())),
                        "Nothing waits for the limit any more.",
                        BY,
                        0,
                        at),
                "sufficed/" + eventId);
    }

    @EventHandler
    void react(FundingLimitChanged event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        var limit = event.getLimit().getAmount();
        if (limit != null && event.getBilled().compareTo(limit) > 0) {
            commands.send(
                    belowBilled(
                            subject(event.getContractId(), event.getLimit().getLimitId()),
                            "The limit " + event.getLimit().getLimitId() + " of " + event.getContractId(),
                            new Stake(event.getBilled().subtract(limit), event.getCurrency()),
                            event.getLegalEntityId(),
                            at),
                    "below/" + eventId);
        }
    }

    /** What stood on a draft when its limit was lowered was issued. */
    @EventHandler
    void react(FundsBilledBeyondLimit event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        commands.send(
                belowBilled(
                        subject(event.getContractId(), event.getLimitId()),
                        "The limit " + event.getLimitId() + " of " + event.getContractId(),
                        new Stake(event.getBilled().subtract(event.getLimit()), event.getCurrency()),
                        event.getLegalEntityId(),
                        at),
                "below/" + eventId);
    }

    private static RaiseException belowBilled(
            String subject, String limit, Stake below, String legalEntityId, Instant at) {
        return RaiseException.about(
                BELOW_BILLED,
                subject,
                limit + " is now " + below.amount().stripTrailingZeros().toPlainString() + " " + below.currency()
                        + " below what is billed. Credit the difference, or agree on a higher limit.",
                OwnerRole.FINANCE_OPERATIONS,
                below,
                legalEntityId,
                at);
    }

    @EventHandler
    void react(FundsBilledWithinLimit event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        resolve(
                BELOW_BILLED,
                subject(event.getContractId(), event.getLimitId()),
                "No more is billed than the limit allows.",
                at,
                "within/" + eventId);
    }

    /** Those of other thresholds are over: one work item says how far it is. */
    @EventHandler
    void react(FundingThresholdReached event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        var subject = subject(event.getContractId(), event.getLimitId());
        leave(subject, percent -> percent != event.getPercent(), event.getPercent() + " % are used now.", at, eventId);
        commands.send(
                RaiseException.about(
                        NEARLY_USED,
                        subject + "/" + event.getPercent(),
                        event.getPercent() + " % of the limit " + event.getLimitId() + " of " + event.getContractId()
                                + " are used: "
                                + event.getUsed().stripTrailingZeros().toPlainString() + " of "
                                + event.getLimit().stripTrailingZeros().toPlainString() + " " + event.getCurrency()
                                + ". Agree on more in time.",
                        OwnerRole.PMO,
                        new Stake(event.getLimit().subtract(event.getUsed()).max(BigDecimal.ZERO), event.getCurrency()),
                        null,
                        at),
                "nearly/" + eventId);
    }

    @EventHandler
    void react(FundingThresholdLeft event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        leave(
                subject(event.getContractId(), event.getLimitId()),
                _ -> true,
                "The limit has room again, or is lifted.",
                at,
                eventId);
    }

    private void leave(String subject, IntPredicate which, String because, Instant at, String eventId) {
        FundingNews.THRESHOLDS.stream()
                .filter(which::test)
                .forEach(percent ->
                        resolve(NEARLY_USED, subject + "/" + percent, because, at, "left/" + percent + "/" + eventId));
    }

    /** Nothing where no such work item was ever raised. */
    private void resolve(String code, String subject, String because, Instant at, String key) {
        try {
            commands.send(new ResolveException(RaiseException.idOf(code, subject), because, BY, 0, at), key);
        } catch (RuleViolated refused) {
            if (!refused.code().equals(UNKNOWN)) {
                throw refused;
            }
        }
    }

    private static String codeOf(String kind) {
        return kind.equals(FundLimit.Kind.PO.name()) ? "PO_EXHAUSTED" : "OVER_LIMIT";
    }

    private static String subject(String contractId, String limitId) {
        return contractId + "/" + limitId;
    }
}
