package io.fairlead.billing.invoice;

import io.fairlead.billing.event.CreditNoteDiscarded;
import io.fairlead.billing.event.CreditNoteDrafted;
import io.fairlead.billing.event.CreditNotePosted;
import io.fairlead.billing.event.CreditNotePostingRefused;
import io.fairlead.billing.event.CreditNoteStaged;
import io.fairlead.billing.event.InvoiceApproved;
import io.fairlead.billing.event.InvoicePosted;
import io.fairlead.billing.event.InvoicePostingRefused;
import io.fairlead.billing.event.InvoiceReturned;
import io.fairlead.billing.event.InvoiceStaged;
import io.fairlead.exception.OwnerRole;
import io.fairlead.exception.RaiseException;
import io.fairlead.exception.ResolveException;
import io.fairlead.exception.Stake;
import io.fairlead.exception.event.ExceptionRaised;
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

/**
 * When the ERP refuses an invoice or a credit note, a person has to decide; when it has taken it, or the document went back or was
 * given up, nothing is left to do.
 */
@ProcessingGroup("process-posting-refused")
@DisallowReplay // A rebuilt read side must not raise again.
@Waits(Until.NOTHING)
public class WhenPostingRefusedThenRaise {

    /** Code of the work item of a refused document. */
    public static final String CODE = "POSTING_REFUSED";

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

    @EventHandler
    void react(InvoiceStaged event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        resolve(event.getInvoiceId(), "the ERP has accepted it", at, eventId);
    }

    @EventHandler
    void react(InvoicePosted event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        resolve(event.getInvoiceId(), "the ERP has booked it", at, eventId);
    }

    @EventHandler
    void react(InvoiceReturned event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        resolve(event.getInvoiceId(), "it is a draft again", at, eventId);
    }

    @EventHandler
    void react(CreditNoteStaged event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        resolve(event.getCreditNoteId(), "the ERP has accepted it", at, eventId);
    }

    @EventHandler
    void react(CreditNotePosted event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        resolve(event.getCreditNoteId(), "the ERP has booked it", at, eventId);
    }

    @EventHandler
    void react(CreditNoteDiscarded event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        resolve(event.getCreditNoteId(), "it was given up", at, eventId);
    }

    private void resolve(String document, String resolution, Instant at, String eventId) {
        var item = RaiseException.idOf(CODE, document);
        if (history.last(item.value(), ExceptionRaised.class).isPresent()) {
            commands.send(
                    new ResolveException(item, resolution, "fairlead|process-posting-refused", 0, at),
                    "taken/" + eventId);
        }
    }

    private void raise(String document, String refusal, Stake stake, String legalEntityId, Instant at, String eventId) {
        commands.send(
                RaiseException.about(
                        CODE,
                        document,
                        refusal + ". Clear the cause, then send it again: fairlead deliveries retry " + document,
                        OwnerRole.FINANCE_OPERATIONS,
                        stake,
                        legalEntityId,
                        at),
                "refused/" + eventId);
    }
}
