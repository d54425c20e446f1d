package io.fairlead.billing.credit;

import io.fairlead.billing.event.CustomerCreditAssigned;
import io.fairlead.billing.event.CustomerCreditReturned;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.shared.Commands;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/** What is set against an invoice is taken there, or comes back. */
@ProcessingGroup("process-customer-settled")
@DisallowReplay // A rebuilt read side must not set against an invoice again.
@Waits(Until.NOTHING)
public class WhenCustomerCreditIsUsedThenSettle {

    private final Commands commands;
    private final StreamHistory history;

    public WhenCustomerCreditIsUsedThenSettle(Commands commands, StreamHistory history) {
        this.commands = commands;
        this.history = history;
    }

    @EventHandler
    void react(CustomerCreditAssigned event) {
        if (cameBack(event)) {
            return; // The invoice may be open again by now: it would be paid with what is owed once more.
        }
        var key = event.getCustomerCreditId() + "/" + event.getAssignmentId();
        try {
            commands.send(new TakeCustomerCredit(new InvoiceId(event.getToInvoiceId()), event), "take/" + key);
        } catch (RuleViolated no) {
            var from = new CustomerCreditId(event.getCustomerCreditId());
            commands.send(new ReturnCustomerCredit(from, event.getAssignmentId(), no.reason()), "return/" + key);
        }
    }

    private boolean cameBack(CustomerCreditAssigned event) {
        return history.all(event.getCustomerCreditId(), CustomerCreditReturned.class).stream()
                .anyMatch(back -> back.getAssignmentId().equals(event.getAssignmentId()));
    }
}
