package io.fairlead.billing.invoice;

import io.fairlead.shared.Commands;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import io.fairlead.time.RefuseTimeChange;
import io.fairlead.time.TimeEntryId;
import io.fairlead.time.event.TimeChangeRequested;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;

/**
 * When time on a draft is to change, its line leaves the draft first. Between approval and issue the draft keeps it, and the
 * change is refused until the invoice is returned.
 */
@ProcessingGroup("process-time-change")
@DisallowReplay // A rebuilt read side must not remove a line again.
@Waits(Until.NOTHING)
public class WhenTimeChangeRequestedThenRemoveLine {

    private final Commands commands;

    public WhenTimeChangeRequestedThenRemoveLine(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void react(TimeChangeRequested event, @MessageIdentifier String eventId) {
        for (var id : event.getInvoiceIds()) {
            var invoice = new InvoiceId(id);
            try {
                commands.send(
                        new RemoveSourceFromInvoice(
                                invoice, event.getTimeEntryId(), event.getReason(), event.getRequestedBy()),
                        "remove/" + eventId + "/" + invoice);
            } catch (RuleViolated kept) {
                commands.send(
                        new RefuseTimeChange(new TimeEntryId(event.getTimeEntryId()), invoice, kept.reason()),
                        "kept/" + eventId + "/" + invoice);
                return; // One draft that keeps it is enough.
            }
        }
    }
}
