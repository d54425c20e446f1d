package io.fairlead.billing.credit;

import io.fairlead.billing.event.CustomerCreditAssigned;
import io.fairlead.billing.event.CustomerCreditPaidOut;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.billing.invoice.CuredWork;
import io.fairlead.shared.Commands;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MessageIdentifier;

/** What is set against an invoice is taken there or comes back; when nothing is owed any more, the work item is closed. */
@ProcessingGroup("process-customer-settled")
@DisallowReplay // A rebuilt read side must not set against an invoice again.
@Waits(Until.NOTHING)
public class WhenCustomerCreditIsUsedThenSettle {

    private final Commands commands;
    private final CuredWork work;

    public WhenCustomerCreditIsUsedThenSettle(Commands commands, StreamHistory history) {
        this.commands = commands;
        this.work = new CuredWork(commands, history, "process-customer-settled");
    }

    @EventHandler
    void react(CustomerCreditAssigned event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        var key = event.getCustomerCreditId() + "/" + event.getAssignmentId();
        try {
            commands.send(new TakeCustomerCredit(new InvoiceId(event.getToInvoiceId()), event), "take/" + key);
        } catch (RuleViolated no) {
            var from = new CustomerCreditId(event.getCustomerCreditId());
            commands.send(new ReturnCustomerCredit(from, event.getAssignmentId(), no.reason()), "return/" + key);
            return;
        }
        if (event.getLeft().signum() == 0) {
            work.close("CREDIT_OWED", event.getDocumentId(), "nothing is owed any more", at, eventId);
        }
    }

    @EventHandler
    void react(CustomerCreditPaidOut event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        if (event.getLeft().signum() == 0) {
            work.close("CREDIT_OWED", event.getDocumentId(), "nothing is owed any more", at, eventId);
        }
    }
}
