package io.fairlead.time;

import io.fairlead.exception.OwnerRole;
import io.fairlead.exception.RaiseException;
import io.fairlead.exception.ResolveException;
import io.fairlead.exception.Stake;
import io.fairlead.exception.event.ExceptionRaised;
import io.fairlead.shared.Commands;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import io.fairlead.time.event.TimeApprovalChallenged;
import io.fairlead.time.event.TimeApprovalConfirmed;
import io.fairlead.time.event.TimeApprovalWithdrawn;
import io.fairlead.time.event.TimeChangeRefused;
import io.fairlead.time.event.TimeCorrectedAfterBilling;
import io.fairlead.time.event.TimeCreditProposed;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MessageIdentifier;

/**
 * When billed time is corrected or its approval doubted, the invoice stands and a person is told what to credit; when that
 * is settled, the work item is closed.
 */
@ProcessingGroup("process-billed-time")
@DisallowReplay // A rebuilt read side must not tell people again.
@Waits(Until.NOTHING)
public class WhenBilledTimeChangesThenRaise {

    static final String DOUBTED = "BILLED_APPROVAL_WITHDRAWN";
    static final String CORRECTED = "BILLED_TIME_CORRECTED";
    static final String REFUSED = "TIME_CHANGE_REFUSED";

    private final Commands commands;
    private final StreamHistory history;

    public WhenBilledTimeChangesThenRaise(Commands commands, StreamHistory history) {
        this.commands = commands;
        this.history = history;
    }

    @EventHandler
    void react(TimeApprovalChallenged event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        var stake = new Stake(event.getAmount(), event.getCurrency());
        var sentence = "The approval was withdrawn (" + event.getReason() + ") after " + stake.written()
                + " were billed on " + String.join(", ", event.getInvoiceIds())
                + ". Credit them as CORRECTED, or approve the time again.";
        commands.send(
                RaiseException.restating(
                        DOUBTED,
                        event.getTimeEntryId(),
                        sentence,
                        OwnerRole.FINANCE_OPERATIONS,
                        stake,
                        event.getLegalEntityId(),
                        at),
                "doubted/" + eventId);
    }

    @EventHandler
    void react(TimeCreditProposed event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        if (event.getParts().isEmpty()) {
            resolve(CORRECTED, event.getTimeEntryId(), "the correction was taken back", at, eventId);
            return;
        }
        var parts = event.getParts().stream()
                .map(part -> Stake.written(part.getAmount(), event.getCurrency()) + " (" + part.getSeconds()
                        + " s) of portion " + part.getPortionNo() + " on " + part.getInvoiceId())
                .toList();
        var sentence = "Billed time was corrected to " + event.getWantedSeconds() + " s (" + event.getReason()
                + "). Credit net " + String.join(", ", parts) + " as CORRECTED.";
        commands.send(
                RaiseException.restating(
                        CORRECTED,
                        event.getTimeEntryId(),
                        sentence,
                        OwnerRole.FINANCE_OPERATIONS,
                        new Stake(event.getAmount(), event.getCurrency()),
                        event.getLegalEntityId(),
                        at),
                "corrected/" + eventId);
    }

    @EventHandler
    void react(TimeChangeRefused event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        var sentence = event.getInvoiceId() + " keeps its line: " + event.getReason()
                + ". Return the invoice and ask again, or credit it once it is issued.";
        commands.send(
                RaiseException.about(
                        REFUSED,
                        event.getTimeEntryId(),
                        sentence,
                        OwnerRole.FINANCE_OPERATIONS,
                        null,
                        event.getLegalEntityId(),
                        at),
                "refused/" + eventId);
    }

    @EventHandler
    void react(TimeApprovalConfirmed event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        resolve(DOUBTED, event.getTimeEntryId(), "approved again by " + event.getApprovedBy(), at, eventId);
    }

    @EventHandler
    void react(TimeApprovalWithdrawn event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        resolve(DOUBTED, event.getTimeEntryId(), "nothing of it is billed any more", at, eventId);
        resolve(REFUSED, event.getTimeEntryId(), "the approval is withdrawn", at, eventId);
    }

    @EventHandler
    void react(TimeCorrectedAfterBilling event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        var proposed = history.last(event.getTimeEntryId(), TimeCreditProposed.class);
        if (proposed.isPresent() && event.getApprovedSeconds() <= proposed.get().getWantedSeconds()) {
            resolve(CORRECTED, event.getTimeEntryId(), "credited by " + event.getCreditNoteId(), at, eventId);
        }
    }

    private void resolve(String code, String entry, String resolution, Instant at, String eventId) {
        var item = RaiseException.idOf(code, entry);
        if (history.last(item.value(), ExceptionRaised.class).isPresent()) {
            var command = new ResolveException(item, resolution, "fairlead|process-billed-time", 0, at);
            commands.send(command, "resolve/" + code + "/" + eventId);
        }
    }
}
