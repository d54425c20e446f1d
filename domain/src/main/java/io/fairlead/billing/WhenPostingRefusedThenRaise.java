package io.fairlead.billing;

import io.fairlead.billing.event.InvoiceApproved;
import io.fairlead.billing.event.InvoicePostingRefused;
import io.fairlead.exception.OwnerRole;
import io.fairlead.exception.RaiseException;
import io.fairlead.exception.Stake;
import io.fairlead.shared.Commands;
import io.fairlead.shared.History;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MessageIdentifier;

/** When the ERP refuses an invoice, a person has to decide. */
@ProcessingGroup("process-posting-refused")
@DisallowReplay // A rebuilt read side must not raise again.
public class WhenPostingRefusedThenRaise {

    private final Commands commands;
    private final History history;

    public WhenPostingRefusedThenRaise(Commands commands, History history) {
        this.commands = commands;
        this.history = history;
    }

    @EventHandler
    void react(InvoicePostingRefused event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        var approval = history.last(event.getInvoiceId(), InvoiceApproved.class).orElseThrow();
        commands.send(
                RaiseException.about(
                        "POSTING_REFUSED",
                        event.getInvoiceId(),
                        "The ERP refused the invoice (" + event.getStep() + ", " + event.getCode() + "): "
                                + event.getReason() + ". Clear the cause in the ERP, then retry the delivery.",
                        OwnerRole.FINANCE_OPERATIONS,
                        new Stake(approval.getGross(), approval.getCurrency()),
                        approval.getLegalEntityId(),
                        at),
                "refused/" + eventId);
    }
}
