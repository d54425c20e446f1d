package io.fairlead.billing.pricing;

import io.fairlead.contract.RateAnswer.RateFound;
import io.fairlead.contract.RateAnswer.RateMissing;
import io.fairlead.contract.RateChange;
import io.fairlead.contract.event.RateEnded;
import io.fairlead.contract.event.RateSet;
import io.fairlead.exception.event.ExceptionResolved;
import io.fairlead.shared.Commands;
import io.fairlead.shared.Commands.Keyed;
import io.fairlead.shared.Prepares;
import io.fairlead.shared.Stage;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import io.fairlead.time.event.TimeCorrectedAfterApproval;
import io.fairlead.time.event.TimeReopened;
import io.fairlead.time.event.TimeTakenOffDraft;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MessageIdentifier;

/**
 * When a price changes for days that are priced already, what is unbilled gets the new price; for what stands on a draft or
 * an invoice a person is told what it would change. An entry that was wholly billed or on drafts kept its price then, so whatever
 * becomes unbilled again or anew gets the price of today's cards: by a credit, off a draft, by a correction.
 */
@ProcessingGroup("process-reprice-time")
@DisallowReplay // A rebuilt read side must not reprice again.
@Waits(Until.TIME_PRICED)
@Prepares(Stage.BILLABLE_WORK)
public class WhenRateChangedThenReprice {

    private final RepricingLookup work;
    private final Commands commands;
    private final StreamHistory history;

    public WhenRateChangedThenReprice(RepricingLookup work, Commands commands, StreamHistory history) {
        this.work = work;
        this.commands = commands;
        this.history = history;
    }

    @EventHandler
    void react(RateSet event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        reprice(work.of(event.getRateCardId(), event.getRateId(), event.getFrom()), event.getReason(), at, eventId);
    }

    @EventHandler
    void react(RateEnded event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        var first = RateEnds.first(event, history);
        var change = work.of(event.getRateCardId(), event.getRateId(), first)
                .map(moved -> new RateChange(moved.row(), first, null));
        reprice(change, event.getReason(), at, eventId);
    }

    @EventHandler
    void react(TimeReopened event, @MessageIdentifier String eventId) {
        becameUnbilled(event.getTimeEntryId(), "after a credit", true, eventId);
    }

    @EventHandler
    void react(TimeTakenOffDraft event, @MessageIdentifier String eventId) {
        becameUnbilled(event.getTimeEntryId(), "off a draft", true, eventId);
    }

    @EventHandler
    void react(TimeCorrectedAfterApproval event, @MessageIdentifier String eventId) {
        var more = event.getBilledSecondsDelta();
        if (more != null && more > 0) { // The correction priced all that is unbilled: only another rate is news.
            becameUnbilled(event.getTimeEntryId(), "after a correction", false, eventId);
        }
    }

    /** What was missing is there: a rate of another currency waits for its exchange rate (R13), and nobody else tells of that. */
    @EventHandler
    void resume(ExceptionResolved event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        if (WhenTimeApprovedThenPrice.CODES.contains(event.getCode())) {
            sendAll(work.of(event.getSubjectId())
                    .map(entry -> RepricingOrders.resumed(entry, at, eventId))
                    .orElse(List.of()));
        }
    }

    private void becameUnbilled(String timeEntryId, String how, boolean again, String eventId) {
        work.of(timeEntryId)
                .flatMap(entry -> RepricingOrders.unbilled(entry, how, again, eventId))
                .ifPresent(order -> commands.send(order.command(), order.key()));
    }

    private void reprice(Optional<RateChange> change, String reason, Instant at, String eventId) {
        var orders = new ArrayList<Keyed>();
        for (var entry : change.map(work::affectedBy).orElse(List.of())) {
            switch (entry.answer()) {
                case RateFound found -> orders.addAll(RepricingOrders.of(entry, found, reason, at, eventId));
                case RateMissing missing -> orders.add(RepricingOrders.missing(entry, missing, at, eventId));
                default -> {} // The contract line is not billed by time any more.
            }
        }
        sendAll(orders);
    }

    private void sendAll(List<Keyed> orders) {
        for (var answer : commands.sendAll(orders)) {
            if (answer instanceof Commands.Refused(var refused)) {
                throw refused;
            }
        }
    }
}
