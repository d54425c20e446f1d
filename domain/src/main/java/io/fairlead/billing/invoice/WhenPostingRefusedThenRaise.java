package io.fairlead.billing.invoice;

import io.fairlead.billing.event.CreditNoteDrafted;
import io.fairlead.billing.event.CreditNotePostingRefused;
import io.fairlead.billing.event.InvoiceApproved;
import io.fairlead.billing.event.InvoicePostingRefused;
import io.fairlead.exception.OwnerRole;
import io.fairlead.exception.RaiseException;
import io.fairlead.exception.Stake;
import io.fairlead.shared.Commands;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MessageIdentifier;

/** When the ERP refuses an invoice or a credit note, a person has to decide. */
@ProcessingGroup("process-posting-refused")
@DisallowReplay // A rebuilt read side must not raise again.
@Waits(Until.NOTHING)
public class WhenPostingRefusedThenRaise {

    private final Commands commands;
    private final StreamHistory history;

    public WhenPostingRefusedThenRaise(Commands commands, StreamHistory history) {
        this.commands = commands;
        this.history = history;
    }

    @EventHandler
    void react(InvoicePostingRefused event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        var approval = history.last(event.getInvoiceId(), InvoiceApproved.class).orElseThrow();
        raise(
                event.getInvoiceId(),
                "The ERP refused the invoice (" + event.getStep() + ", " + event.getCode() + "): " + event.getReason(),
                // Of a draft below zero, as much waits to be given back.
                new Stake(approval.getGross().abs(), approval.getCurrency()),
                approval.getLegalEntityId(),
                at,
                eventId);
    }

    @EventHandler
    void react(CreditNotePostingRefused event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        var draft =
                history.last(event.getCreditNoteId(), CreditNoteDrafted.class).orElseThrow();
        raise(
                event.getCreditNoteId(),
                "The ERP refused the credit note (" + event.getStep() + ", " + event.getCode() + "): "
                        + event.getReason(),
                new Stake(draft.getGross(), draft.getCurrency()),
                draft.getLegalEntityId(),
                at,
                eventId);
    }

    private void raise(String document, String refusal, Stake stake, String legalEntityId, Instant at, String eventId) {
        commands.send(
                RaiseException.restating(
                        RecordPostingRefused.WORK_ITEM,
                        document,
                        refusal + ". Clear the cause, then send it again: fairlead deliveries retry " + document,
                        OwnerRole.FINANCE_OPERATIONS,
                        stake,
                        legalEntityId,
                        at),
                "refused/" + eventId);
    }
}
