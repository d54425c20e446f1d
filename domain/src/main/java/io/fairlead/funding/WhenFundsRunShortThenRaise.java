package io.fairlead.funding;

import io.fairlead.exception.RaiseException;
import io.fairlead.exception.ResolveException;
import io.fairlead.funding.event.FundingLimitChanged;
import io.fairlead.funding.event.FundingThresholdLeft;
import io.fairlead.funding.event.FundingThresholdReached;
import io.fairlead.funding.event.FundsBilledBeyondLimit;
import io.fairlead.funding.event.FundsBilledWithinLimit;
import io.fairlead.funding.event.FundsRanShort;
import io.fairlead.funding.event.FundsShortageChanged;
import io.fairlead.funding.event.FundsSufficed;
import io.fairlead.shared.Commands;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import java.time.Instant;
import java.util.List;
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

    private final Commands commands;

    public WhenFundsRunShortThenRaise(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void react(FundsRanShort event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        commands.send(LimitMessages.shortage(event, at), "short/" + eventId);
    }

    @EventHandler
    void react(FundsShortageChanged event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        commands.send(LimitMessages.shortage(event, at), "restate/" + eventId);
    }

    @EventHandler
    void react(FundsSufficed event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        var code = LimitMessages.shortageOf(event.getKind());
        var subject = LimitMessages.subject(event.getContractId(), event.getLimitId());
        resolve(code, subject, "Nothing waits for the limit any more.", at, "sufficed/" + eventId);
    }

    @EventHandler
    void react(FundingLimitChanged event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        LimitMessages.belowBilled(event, at).ifPresent(raise -> commands.send(raise, "below/" + eventId));
    }

    /** What stood on a draft when its limit was lowered was issued. */
    @EventHandler
    void react(FundsBilledBeyondLimit event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        commands.send(LimitMessages.belowBilled(event, at), "below/" + eventId);
    }

    @EventHandler
    void react(FundsBilledWithinLimit event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        var subject = LimitMessages.subject(event.getContractId(), event.getLimitId());
        var because = "No more is billed than the limit allows.";
        resolve(LimitMessages.BELOW_BILLED, subject, because, at, "within/" + eventId);
    }

    /** One work item says how far it is: those of thresholds before are over. */
    @EventHandler
    void react(FundingThresholdReached event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        var subject = LimitMessages.subject(event.getContractId(), event.getLimitId());
        leave(subject, event.getInstead(), event.getPercent() + " % are used now.", at, eventId);
        commands.send(LimitMessages.nearlyUsed(event, at), "nearly/" + eventId);
    }

    @EventHandler
    void react(FundingThresholdLeft event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        var subject = LimitMessages.subject(event.getContractId(), event.getLimitId());
        leave(subject, event.getPercents(), "The limit has room again, or is lifted.", at, eventId);
    }

    private void leave(String subject, List<Integer> percents, String because, Instant at, String eventId) {
        percents.forEach(percent -> {
            var item = subject + "/" + percent;
            resolve(LimitMessages.NEARLY_USED, item, because, at, "left/" + percent + "/" + eventId);
        });
    }

    /** Only what was raised before: a resolution that is refused would come true when the reaction is repeated. */
    private void resolve(String code, String subject, String because, Instant at, String key) {
        commands.send(new ResolveException(RaiseException.idOf(code, subject), because, BY, 0, at), key);
    }
}
